"""Tests of the linking room, in a made-up world."""
