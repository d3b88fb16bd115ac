"""Words that tell a speaker label from a sentence that happens to hold a colon.

All are lower-case; add a word where a label is missed or a sentence is taken for one.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A set of words from a text of them."""
    return frozenset(text.split())


ROLES = words(
    """
    вопрос ответ реплика реплики ведущий ведущая ведущие модератор переводчик переводчица
    голос голоса возглас возгласы корреспондент журналист журналистка диктор репортёр
    председательствующий участник участница собеседник собеседница телезритель слушатель
    слушательница зритель студент студентка студенты школьник школьница школьники ученик
    ученица учащийся учащаяся воспитанник воспитанница девочка мальчик девушка юноша женщина
    мужчина ребёнок рабочий рабочая житель жительница военнослужащий офицер солдат ветеран
    врач учитель учительница преподаватель фермер волонтёр экскурсовод сотрудник сотрудница
    доктор тренер болельщик спортсмен спортсменка предприниматель аспирант аспирантка курсант
    звонок видеовопрос хор хором вместе все зал дети пилот капитан космонавт мать отец
    священник докладчик инструктор гид бабушка дедушка командир пациент пациентка работник
    работница выступающий выступающая прохожий прохожая монахиня
    question answer remark remarks reply replies response moderator interpreter translator
    voice voices host anchor presenter comment journalist correspondent reporter participant
    student schoolboy schoolgirl girl boy woman man child worker audience all everyone q a
    students children retort exclamation cue speaker resident veteran servicemen serviceman
    soldier officer pilot cadet cadets pupil pupils chorus priest nun trainee astronaut
    cosmonaut
    """
)
"""Who speaks without a name."""

MEMBERS = words(
    """
    участник участница житель жительница представитель представительница студент студентка
    школьник школьница ученик ученица учащийся учащаяся воспитанник воспитанница слушатель
    слушательница курсант аспирант аспирантка сотрудник сотрудница работник работница рабочий
    ветеран врач учитель учительница преподаватель пациент пациентка волонтёр зритель
    телезритель телезрительница корреспондент журналист журналистка солдат офицер голос звонок
    военнослужащий священник командир человек мальчик девочка девушка женщина мужчина
    participant resident student veteran journalist correspondent reporter voice man woman
    boy girl soldier officer serviceman pupil
    """
)
"""Who is somebody's ("Участник встречи") or of some kind ("Young man")."""

OUTLET_KINDS = (
    "газета|телеканал|телекомпания|агентство|информагентство|радиостанция|радио|журнал|издание|"
    "портал|newspaper|magazine|agency"
)
"""What stands before an outlet's name, in the nominative, as a pattern."""

AGENCIES = frozenset(
    part.strip()
    for part in """
    интерфакс, тасс, итар-тасс, риа «новости, риа новости, рейтер, ассошиэйтед пресс, франс пресс,
    би-би-си, си-эн-эн, аль-джазира, аль-арабия, синьхуа, блумберг, дойче велле, нтв, ртр, орт,
    вгтрк, рен тв, рен-тв, эхо москвы, первый канал, би-би-си ньюс, евроньюс, киодо, ап, дпа,
    interfax, tass, itar-tass, ria novosti, reuters, associated press, france presse, bbc, cnn,
    the times, die zeit, kommersant, izvestia,
    al jazeera, al-jazeera, al arabiya, xinhua, bloomberg, ntv, rtr, ort, kyodo, euronews, afp
    """.replace("\n", " ").split(",")
)
"""News agencies and channels that ask by their name alone."""

OUTLETS = (
    "газеты|газета|телекомпании|телекомпания|телеканала|телеканал|канала|программы|программа|"
    "агентства|агентство|информагентства|журнала|журнал|радиостанции|радиостанция|радио|издания|"
    "портала|телевидения|студии|корреспондента|корреспондент|журналиста|журналистки|журналист|"
    "представителя|представитель|студента|студентки|слушателя|слушательницы|телезрителя|"
    "телезрительницы|участника|участницы|жителя|жительницы"
)
"""How a role may go on ("Вопрос газеты …"), as a pattern."""

NEVER = words(
    """
    подчеркну подчёркиваю повторю повторяю повторюсь повторим напомню напоминаю добавлю
    отмечу отмечаю замечу скажу уточню поясню объясню прошу хочу хотел хотела хотелось
    обращаю обращу предлагаю считаю думаю знаю вижу уверен уверена убеждён убеждена
    назову приведу процитирую цитирую зачитаю прочитаю читаю начну закончу перечислю
    первое второе третье четвёртое четвертое пятое шестое седьмое восьмое девятое десятое
    первый первая второй вторая третий третья четвёртый последнее следующее далее дальше
    во-первых во-вторых в-третьих в-четвёртых в-четвертых в-пятых наконец итак значит
    например кстати словом короче вывод выводы итог итоги результат результаты пример
    примеры примечание справка источник тема темы задача задачи цель цели повестка
    внимание важно главное очевидно понятно ясно факт факты цитата цитирую адрес телефон
    телефоны факс дата место время ссылка опубликовано опубликован статус контакты
    дополнительно смотрите читайте подробнее география лица и а но да нет или если когда
    потому поэтому что чтобы как так это этот эта эти вот то тот та те здесь там тут сейчас
    теперь сегодня завтра вчера ещё еще также кроме вообще конечно разумеется безусловно
    я мы вы он она они оно ты мне нам вам ему ей им меня нас вас его её их мой наш ваш свой
    уважаемый уважаемая уважаемые дорогой дорогая дорогие господа коллеги друзья товарищи
    спасибо пожалуйста здравствуйте все-таки всё-таки поэтому следовательно словом более
    единственное самое плюс минус особенно отдельно повторно вновь правда просто
    first second third fourth fifth firstly secondly thirdly finally next then also again
    note notes remember source example examples conclusion result results topic topics
    subject subjects agenda contact contacts telephone telephones phone fax address date
    place time link published publication status geography persons additional see
    and but or if when because therefore so that this these those here there now today
    tomorrow yesterday moreover however besides indeed i we you he she they it me us my our
    your his her its their let dear thank thanks please hello plus minus what which who
    whose where why how one two three another the-other once since while although though
    for in on at as by with after before during under over take according regarding concerning
    speaking look see consider given such about like
    письмо слово слова фраза мысль идея мнение речь просьба предложение рассказ книга статья
    формула логика позиция заявление стихи строки песня доклад пункт глава раздел пишет пишут
    говорит говорят спрашивает спрашивают звонит звонят отвечаю отвечает спрашиваю послушайте
    представьте подумайте вспомним вспомните обратите скажем смысл суть причина причины баланс
    цифры цифра всем всё все-таки хорошо отлично понятно честно откровенно между собственно
    история логично разумно
    """
)
"""First words after which no label follows."""

ENGLISH_SENTENCE = words(
    """
    i we you he she they it me us him them my our your is are was were be been being am has
    have had do does did will would shall should can could may might must said says say told
    tell asked ask think believe know want wanted need needs mean means that this these those
    there here what which who whose when where why how if because but so let let's not
    yes very just also only then than more most too now today please make made take took get
    got give gave go went come came see saw noted stressed added reads read called
    """
)
"""Words of sentences that stand in no post and no name."""

RUSSIAN_SENTENCE = words(
    """
    я мы вы он она они мне нам вам его её их что который которая которые которое где когда
    если потому поэтому чтобы как так это этот эта эти вот тоже также только уже ещё очень
    был была было были будет будут есть нет не ни сказал сказала сказали отметил отметила
    заявил заявила подчеркнул подчеркнула сообщил сообщила добавил добавила спросил ответил
    провёл провел состоялась состоялся состоялось прошла прошёл прошли приняли принял приняла
    поздравил поздравила направил посетил выступил выступила подписал может можно нужно надо
    должен должна должны хотел хотела говорит говорят считает написал пишет
    """
)

POSTS = words(
    """
    president vice-president vice president-elect prime premier minister chancellor king
    queen prince princess emir sultan sheikh crown emperor pope patriarch metropolitan
    archbishop bishop mufti rabbi ambassador governor mayor head chief chair chairman
    chairwoman chairperson co-chair deputy director director-general general
    secretary-general secretary attorney commissioner commander admiral colonel major captain
    lieutenant marshal ceo cfo founder owner partner editor editor-in-chief speaker senator
    representative envoy adviser advisor aide assistant plenipotentiary acting first senior
    professor academician doctor dr rector dean teacher student coach trainer captain member
    leader coordinator manager specialist engineer worker journalist correspondent
    anchor presenter host moderator executive managing special state federal foreign defence
    defense finance economic interior justice health education culture sports transport
    energy agriculture chairman's mr mrs ms miss sir lord lady madam
    президент вице-президент премьер-министр премьер министр замминистра канцлер король
    королева принц принцесса эмир султан шейх император папа патриарх митрополит архиепископ
    епископ муфтий раввин посол губернатор мэр глава руководитель начальник председатель
    заместитель первый директор генеральный секретарь прокурор комиссар командующий командир
    адмирал генерал генерал-майор генерал-лейтенант генерал-полковник полковник майор капитан
    маршал лейтенант основатель владелец главный редактор спикер сенатор депутат
    представитель полномочный специальный советник помощник исполняющий врио профессор
    академик доктор ректор декан учитель учительница преподаватель студент студентка тренер
    член лидер координатор управляющий специалист инженер журналист корреспондент ведущий
    ведущая модератор верховный сопредседатель уполномоченный аташе врач главврач мастер
    пресс-секретарь вдова мать отец архимандрит игумен имам хамбо-лама далай-лама
    """
)
"""Words that begin a post."""

ALONE = words(
    """
    пенсионер пенсионерка шахтёр учёный лётчик танкист боец строй экипаж солдаты офицеры
    военнослужащие ученики девочки мальчики выпускник выпускница лауреат мама папа вдова
    тракторист доярка главврач депутат
    военврач настоятель академик сенатор канцлер премьер-министр
    директор губернатор мэр министр председатель руководитель начальник профессор посол генерал
    полковник адмирал ректор тренер капитан командующий патриарх митрополит архимандрит
    director governor mayor minister chairman chairperson professor ambassador general colonel
    admiral commander captain patriarch metropolitan doctor teacher pensioner widow
    """
)
"""People and posts that stand alone as labels."""

HONORIFICS = words(
    """
    mr mr. mrs mrs. ms ms. dr dr. sir lord lady president secretary ambassador general
    chairman minister premier prime senator governor admiral director marshal chancellor
    king queen prince princess emir sheikh sultan pope patriarch archbishop metropolitan
    bishop foreign vice under acting deputy assistant colonel counselor
    патриарх митрополит архиепископ епископ король королева принц принцесса эмир султан
    шейх папа император имам муфтий раввин отец архимандрит господин госпожа президент
    """
)
"""Before a surname alone: "Mr. Colby", "Патриарх Кирилл"."""

NO_NAMES = words(
    """
    council federation union russia republic ministry agency committee region territory
    office department war world peace day year years organisation organization party
    government assembly duma court bank fund company corporation group group's summit forum
    conference agreement agreements treaty convention economy security defence defense
    policy affairs states kingdom china india europe asia africa america america's moscow
    kremlin question questions answer answers code law constitution project projects
    programme program system number victory sea ocean east west north south nations question
    media science education culture championship cup games olympics address order orders
    compatriots friends colleagues comrades gentlemen ladies president presidents minister
    hero heroes award awards prize stream lng shipyard road air petersburg siberia britain eurasia
    cosmodrome airport bridge railway plant university theatre museum
    федерация федерации союз союза россия россии республика республики министерство
    агентство комитет комитета совет совета область области край края отдел департамент
    война войны мир мира день дня год года организация организации партия правительство
    правительства дума думы суд суда банк банка фонд компания корпорация группа саммит форум
    конференция договор конвенция экономика безопасность безопасности штаты штатов
    королевство китай китая индия европа азия африка америка москва москвы кремль вопрос
    ответ кодекс закон конституция проект программа система номер победа победы море океан
    восток запад север юг кавказ наций нации сми наука образование культура чемпионат кубок
    игры обращение указ соотечественники друзья коллеги товарищи президент президента сил
    силы флот флота армия армии сайт сайта
    """
)
"""Capitalised words that end no person's name."""

ASIAN_SURNAMES = words(
    """
    си ван ли ху цзян вэнь ян чжан чжао чжу дай ким пак но мун юн лю хан чэнь нгуен чан
    чыонг фам во то ле го сюй дун хэ цай у ма сунь тан цянь инь линь лян шэнь сон цой чо хон
    пан чон кан квон бан тхонглун фан хуан нань мао дэн цинь ню
    """
)

GIVEN_NAMES = words(
    """
    александр александра алексей алёна алена алина алиса алла амина анастасия анатолий андрей
    анна антон арина артём артем артур борис вадим валентин валентина валерий валерия варвара
    василий василиса вероника виктор виктория виталий влад владимир владислав вячеслав
    галина георгий глеб григорий данил данила даниил дарья денис диана дмитрий ева евгений
    евгения егор екатерина елена елизавета зинаида зоя иван игорь илья инна ирина карина кирилл
    константин кристина ксения лариса лев леонид лилия лидия людмила макар максим
    маргарита марина мария матвей михаил наталия наталья никита николай нина оксана
    олег ольга павел пётр полина раиса рамзан ринат роман руслан светлана святослав семён сергей
    снежана софья софия станислав степан тамара татьяна тимофей тимур ульяна фатима фёдор
    эльвира эмма эдуард юлия юрий яков ян яна ярослав саша маша даша паша миша гриша коля толя
    вася петя ваня витя дима настя катя лена оля таня юля аня ира соня лиза поля вика
    yulia nastya masha sasha misha katya anya dasha olya tanya natasha lena sveta ivan sergei
    alexei dmitry andrei anton artyom maxim nikita mikhail nikolai vladislav yegor kirill timur
    anna maria olga yelena yekaterina svetlana natalya tatyana irina daria polina ksenia sofia
    alina alyona vera lyudmila marina nadezhda
    вова женя костя лёша леша серёжа андрюша ксюша рома
    """
)
"""First names that stand alone as labels of children and callers."""

_ORGANISATIONS = (
    "правительств министерств администрац корпорац федерац республик комисси агентств служб "
    "комитет департамент управлен организац компани академи университет институт фракци ведомств "
    "росси минобор минфин минэк минздрав минпром минтранс минсельхоз минстро минтруд минобр "
    "минпрос минкульт минспорт минэнерг минприрод минюст минцифр госдум центробанк росатом "
    "роскосмос газпром сбербанк кабмин"
)
ORGANISATION_STEMS = tuple(_ORGANISATIONS.split())
"""Beginnings of words that stand in no person's name, whatever their case."""

OPENERS = words(
    """
    в во на по под при с со после перед накануне сегодня вчера завтра за для к от из из-за между
    также как кроме помимо благодаря согласно ранее затем одновременно через среди это о об обо
    обсуждались обсуждены рассмотрены рассматривались рассматривалась состоялся состоялась
    состоялось состоялись прошла прошёл прошло прошли началась начался открылся открылась подписан
    подписана подписано подписаны принят принята принято приняты опубликован опубликована
    опубликованы внесены внесён утверждён утверждена утверждено утверждены вручены назначен темой
    вместе совместно временно исполняющим исполняющий очередное очередной очередная очередные
    соответствующее соответствующий подведены подведён
    указом распоряжением постановлением приказом
    основной основными основное особое главное ключевой ключевыми отдельно выражены
    in on at after during following before the a an this talks
    """
)
"""Words that, with a capital in mid-line, can only begin a sentence."""

PARTICLES = (
    "бен|бин|ибн|бинт|аль|эль|ас|ад|ар|аш|ан|ат|де|да|ду|ди|дю|дель|делла|дос|душ|ла|ле|ли|лу|"
    "ван|вон|фон|фан|дер|ден|тер|тен|цу|оглы|оглу|кызы|заде|зода|оль|ог|ап|"
    "bin|ibn|bint|al|el|as|ad|ar|ash|de|da|du|di|del|della|dos|la|le|van|von|der|den|ter|zu|"
    "ogly|zade|of|the|and|y|e"
)
"""Lower-case words inside a name, as a pattern."""
