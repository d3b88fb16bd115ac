"""The pages: interface, dress, kinds."""
