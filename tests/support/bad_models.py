"""Bad files and what the check says about each: one change to the small model, one problem, on its line."""

from __future__ import annotations

from typing import NamedTuple


class Bad(NamedTuple):
    """One fault: what it is, the text that is replaced, and the problem it must give."""

    name: str
    good: str
    bad: str
    line: int
    message: str


BAD_MODELS = (
    Bad(
        "a tab in the indentation",
        "    name: Mentor\n    short: Mentor\n    aliases",
        "\tname: Mentor\n    short: Mentor\n    aliases",
        143,
        "raden är indragen med tabb; använd mellanslag, två för varje nivå",
    ),
    Bad(
        "a bare colon in a value",
        "Utreder självständigt och stöder kollegor.",
        "Utreder: självständigt och med stöd.",
        136,
        "det står ett kolon inne i texten; sätt citattecken runt hela texten efter «purpose:»",
    ),
    Bad(
        "a bare colon in a line of a list",
        "            text: Går bredvid i ärenden.",
        "            text: Går bredvid: i ärenden.",
        164,
        "det står ett kolon inne i texten; sätt citattecken runt hela texten efter «text:»",
    ),
    Bad(
        "no space after a colon",
        "    short: Mentor\n    aliases",
        "    short:Mentor\n    aliases",
        144,
        "det ska vara ett mellanslag efter kolonet: «short: …»",
    ),
    Bad(
        "a quote that is never closed",
        "text: Tar extra ansvar för den som är ny.",
        'text: "Tar extra ansvar för den som är ny.',
        161,
        'citattecknet " som öppnas här stängs aldrig',
    ),
    Bad(
        "a text that goes on after its quote",
        "text: Går bredvid i ärenden.",
        'text: "Går bredvid" i ärenden.',
        164,
        'texten fortsätter efter sitt avslutande citattecken "; sätt citattecknen runt hela texten '
        "och använd den andra sortens citattecken inuti",
    ),
    Bad(
        "a line indented too little",
        "    kind: assignment",
        "   kind: assignment",
        146,
        "raden är indragen med 3 mellanslag och den som den hör ihop med har 4; rader som hör ihop ska ha lika många",
    ),
    Bad(
        "a line indented too far",
        "    kind: assignment",
        "      kind: assignment",
        146,
        "raden är längre indragen än raden ovanför, som redan har sitt värde",
    ),
    Bad(
        "an unquoted text that starts with @",
        "    purpose: Leder arbetet på enheten.",
        "    purpose: @enheten leds av chefen.",
        213,
        'en text som börjar med @ ska stå inom citattecken: "@enheten leds av che…"',
    ),
    Bad(
        "an unquoted text that starts with *",
        "    purpose: Leder arbetet på enheten.",
        "    purpose: *Leder* arbetet på enheten.",
        213,
        'en text som börjar med * ska stå inom citattecken: "*Leder* arbetet på e…"',
    ),
    Bad(
        "a list that is never closed",
        "    tracks: [leda]\n",
        "    tracks: [leda\n",
        211,
        "listan som öppnas med [ stängs aldrig med ], eller så saknas ett kommatecken i den",
    ),
    Bad(
        "a key without its colon",
        "    entry: true",
        "    entry",
        108,
        "raden saknar kolon efter nyckeln: «nyckel: värde»",
    ),
    Bad(
        "an alias",
        "    tracks: [leda]\n",
        "    tracks: *spår\n",
        211,
        'en text som börjar med * ska stå inom citattecken: "*spår"',
    ),
    Bad(
        "an anchor",
        "    tracks: [leda]\n",
        "    tracks: &spår [leda]\n",
        211,
        'en text som börjar med & ska stå inom citattecken: "&spår [leda]"',
    ),
    Bad(
        "a type of Python's",
        "    purpose: Leder arbetet på enheten.",
        "    purpose: !!python/name:os.system leder",
        213,
        "«!!python/name:os.system» har en särskild betydelse i YAML som inte används här; skriv ut "
        "texten i sin helhet, eller sätt citattecken runt en text som börjar med !",
    ),
    Bad(
        "a second document",
        "roles:\n",
        "---\nroles:\n",
        101,
        "här börjar ett andra dokument; ta bort raden «---»",
    ),
    Bad(
        "a key twice",
        "    entry: true",
        "    entry: true\n    entry: true",
        109,
        "roll 'vfu-student': 'entry' står här två gånger, först på rad 108; ta bort den ena",
    ),
    Bad(
        "a misspelt key",
        "    purpose: Leder",
        "    purpos: Leder",
        213,
        "roll 'enhetschef': 'purpos' är ingen nyckel här; menade du 'purpose'?",
    ),
    Bad(
        "an unquoted no",
        "    name: Enhetschef",
        "    name: no",
        206,
        "roll 'enhetschef' → name: ska vara text, men utan citattecken läses det som ja/nej-värdet no; skriv \"no\"",
    ),
    Bad(
        "an unquoted number for a name",
        "    name: Enhetschef",
        "    name: 112",
        206,
        "roll 'enhetschef' → name: ska vara text, men utan citattecken läses det som talet 112; skriv \"112\"",
    ),
    Bad(
        "an unquoted version",
        'version: "2026.1"',
        "version: 2026.1",
        5,
        'model → version: ska vara text, men utan citattecken läses det som talet 2026.1; skriv "2026.1"',
    ),
    Bad(
        "ja for true",
        "    entry: true",
        "    entry: ja",
        108,
        "roll 'vfu-student' → entry: ska vara true eller false, men här står text: 'ja'; menade du 'true'?",
    ),
    Bad(
        "an amount with its unit",
        "value: 2000",
        "value: 2 000 kr",
        51,
        "belopp 'tillagg-2019' → value: ska vara ett heltal, men här står text: '2 000 kr'; skriv "
        "2000, utan mellanslag, citattecken och enhet",
    ),
    Bad(
        "an amount without year",
        "    year: 2019\n    source: S19-14",
        "    source: S19-14",
        49,
        "belopp 'tillagg-2019': 'year' saknas; lägg till en rad «year: …»",
    ),
    Bad(
        "a year of two digits",
        "    year: 2019\n    source: S19-14",
        "    year: 19\n    source: S19-14",
        55,
        "belopp 'tillagg-2019' → year: ska vara ett årtal som 2019, men här står talet 19",
    ),
    Bad(
        "a date that does not exist",
        "date: 2019-05-02\n    place",
        "date: 2019-02-30\n    place",
        36,
        "källa 'S19-14' → date: 2019-02-30 finns inte i kalendern",
    ),
    Bad(
        "a date in words",
        "date: 2019-05-02\n    place",
        "date: 2 maj 2019\n    place",
        36,
        "källa 'S19-14' → date: ska vara ett datum som 2026-11-21, men här står text: '2 maj 2019'",
    ),
    Bad(
        "an unknown role",
        "to: enhetschef",
        "to: enhetchef",
        271,
        "steg 'erfaren.enhetchef' → to: 'enhetchef' finns inte bland roles; menade du 'enhetschef'?",
    ),
    Bad(
        "an unknown stage",
        "stage: leda",
        "stage: led",
        210,
        "roll 'enhetschef' → stage: 'led' finns inte bland stages; menade du 'leda'?",
    ),
    Bad(
        "an unknown track",
        "tracks: [leda]",
        "tracks: [leda, okänt-spår]",
        211,
        "roll 'enhetschef' → tracks: 'okänt-spår' finns inte bland tracks",
    ),
    Bad(
        "an unknown source",
        "sources: [S19-14, S19-15]",
        "sources: [S19-14, S19-51]",
        152,
        "roll 'mentor' → sources: 'S19-51' finns inte bland sources; menade du 'S19-15'?",
    ),
    Bad(
        "an unknown step",
        "steps: [erfaren.mentor]",
        "steps: [erfaren.mentr]",
        93,
        "åtgärd 'mentorstillagg' → steps: 'erfaren.mentr' finns inte bland steps; menade du 'erfaren.mentor'?",
    ),
    Bad(
        "an unknown amount",
        "        amount: tillagg-2019",
        "        amount: tillagg-2018",
        183,
        "roll 'mentor' → benefits → rad 'tillagg' → amount: 'tillagg-2018' finns inte bland amounts; "
        "menade du 'tillagg-2019'?",
    ),
    Bad(
        "an unknown requirement",
        "requires: [ledig-tjanst]\n  avslut",
        "requires: [ledig-tjänst]\n  avslut",
        214,
        "roll 'enhetschef' → requires: 'ledig-tjänst' finns inte bland requirements; menade du 'ledig-tjanst'?",
    ),
    Bad(
        "an id where a list must be",
        "requires: [ledig-tjanst]\n  avslut",
        "requires: ledig-tjanst\n  avslut",
        214,
        "roll 'enhetschef' → requires: ska vara en lista, men här står text: 'ledig-tjanst'; skriv "
        "varje punkt på en egen rad efter «- »",
    ),
    Bad(
        "a step twice",
        "  - from: mentor\n    to: erfaren",
        "  - from: erfaren\n    to: mentor",
        265,
        "steg 'erfaren.mentor': står här två gånger, först på rad 238; ta bort den ena",
    ),
    Bad(
        "a step to itself",
        "  - from: mentor\n    to: erfaren",
        "  - from: erfaren\n    to: erfaren",
        266,
        "steg 'erfaren.erfaren': steget går från rollen till rollen själv",
    ),
    Bad(
        "a role without purpose",
        "    purpose: Leder arbetet på enheten.\n",
        "",
        205,
        "roll 'enhetschef': 'purpose' saknas; lägg till en rad «purpose: …»",
    ),
    Bad(
        "a role with nothing for purpose",
        "    purpose: Leder arbetet på enheten.\n",
        "    purpose:\n",
        213,
        "roll 'enhetschef' → purpose: är tom; skriv något efter «purpose:»",
    ),
    Bad(
        "a role with an empty purpose",
        "    purpose: Leder arbetet på enheten.\n",
        '    purpose: ""\n',
        213,
        "roll 'enhetschef' → purpose: är tom; skriv något här",
    ),
    Bad(
        "a role without stage",
        "    stage: leda\n",
        "",
        205,
        "roll 'enhetschef': 'stage' saknas; lägg till en rad «stage: …»",
    ),
    Bad(
        "a role without track",
        "    tracks: [leda]\n",
        "",
        205,
        "roll 'enhetschef': 'tracks' saknas; lägg till en rad «tracks: …»",
    ),
    Bad(
        "an unknown kind of step",
        "kind: up",
        "kind: upp",
        272,
        "steg 'erfaren.enhetschef' → kind: ska vara något av in, up, sideways, deepening, back, out, "
        "men här står 'upp'; menade du 'up'?",
    ),
    Bad(
        "an id with an underscore",
        "  vfu:\n",
        "  vfu_ord:\n",
        283,
        "ord 'vfu_ord': ett id får bara innehålla små bokstäver a–z, siffror och enkla bindestreck, "
        "och det börjar med en bokstav",
    ),
    Bad(
        "an interval the wrong way round",
        "time: {least: 1, most: 2}",
        "time: {least: 3, most: 2}",
        237,
        "steg 'nyexaminerad.erfaren' → time: 'most' får inte vara mindre än 'least'",
    ),
    Bad(
        "a decimal comma",
        "time: {least: 0.5, most: 3}",
        "time: {least: '0,5', most: 3}",
        185,
        "roll 'mentor' → time → least: ska vara ett antal år som 2 eller 0.5, men här står text: "
        "'0,5'; menade du '0.5'?",
    ),
    Bad(
        "an interval in words",
        "time: {least: 1, most: 2}",
        "time: 1-2 år",
        237,
        "steg 'nyexaminerad.erfaren' → time: ska vara en grupp av nycklar, men här står text: '1-2 år'",
    ),
    Bad(
        "a list where one line must be",
        "    ask:\n      text: Fråga din enhetschef.",
        "    ask: [Fråga din enhetschef]",
        201,
        "roll 'mentor' → ask: ska vara text eller en grupp av nycklar, men här står en lista",
    ),
    Bad(
        "sources for source",
        "source: [S19-14, S19-15]\n    functions",
        "sources: [S19-14, S19-15]\n    functions",
        155,
        "roll 'mentor' → purpose: 'sources' är ingen nyckel här; menade du 'source'?",
    ),
    Bad(
        "a line's id twice in a list",
        "id: ga-bredvid",
        "id: extra-ansvar",
        163,
        "roll 'mentor' → functions → funktion 'introducera' → tasks → rad 'extra-ansvar': står här "
        "två gånger, först på rad 160; ta bort den ena",
    ),
    Bad(
        "a requirement twice",
        "requires: [mentorsutbildning]\n    merits: [flexibilitet]\n    prerequisites",
        "requires: [mentorsutbildning, mentorsutbildning]\n    merits: [flexibilitet]\n    prerequisites",
        171,
        "roll 'mentor' → requires: 'mentorsutbildning' står här två gånger; ta bort den ena",
    ),
    Bad(
        "an address that runs a script",
        "https://example.org/lediga-jobb",
        "javascript:alert(1)",
        11,
        "model → vacancies: ska vara en adress som börjar med https://, http:// eller mailto:, men "
        "här står text: 'javascript:alert(1)'",
    ),
    Bad(
        "no months at all",
        "review_months: 24",
        "review_months: 0",
        7,
        "model → review_months: ska vara ett antal månader från 1 till 240, men här står talet 0",
    ),
    Bad(
        "no way in",
        "    entry: true\n",
        "",
        101,
        "ingen roll är en väg in; skriv «entry: true» på de roller där en yrkesväg börjar",
    ),
    Bad(
        "a role that is a text",
        "  avslut:\n    name: Avslut\n",
        "  extra: Avslut\n  avslut:\n    name: Avslut\n",
        215,
        "roll 'extra': ska vara en grupp av nycklar, men här står text: 'Avslut'",
    ),
    Bad(
        "an invisible character",
        "Leder arbetet på",
        "Leder\u200b arbetet\x07 på",
        213,
        "raden innehåller det osynliga tecknet U+0007; ta bort det",
    ),
    Bad(
        "a colon in a plain item",
        "      - id: natverk\n        text: Nätverk för mentorer.\n        internal: true",
        "      - Nätverk för mentorer: varje månad",
        177,
        "roll 'mentor' → support → punkt 1: 'Nätverk för mentorer' är ingen nyckel här; om texten "
        "innehåller ett kolon, sätt citattecken runt hela texten",
    ),
    Bad(
        "lists in lists in lists",
        "    purpose: Leder arbetet på enheten.",
        "    purpose: [[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]",
        213,
        "här är fler än 20 nivåer av indrag",
    ),
    Bad(
        "an item without content",
        "      - id: natverk\n        text: Nätverk för mentorer.\n        internal: true",
        "      -",
        177,
        "roll 'mentor' → support → punkt 1: ska vara text eller en grupp av nycklar, men här står ingenting",
    ),
    Bad(
        "a misspelt table",
        "roles:\n",
        "role:\n",
        101,
        "'role' är ingen nyckel här; menade du 'roles'?",
    ),
    Bad(
        "a step to everyone",
        "    to: avslut",
        '    to: "*"',
        278,
        "steg '*.*' → to: '*' finns inte bland roles",
    ),
)

BAD_TRANSLATIONS = (
    Bad(
        "a text that translates nothing",
        "    way_back: You can",
        "    wayback: You can",
        103,
        "steps → erfaren.mentor: 'wayback' översätter ingenting; menade du 'way_back'?",
    ),
    Bad(
        "a role that is not in the model",
        "  enhetschef:\n    name: Head",
        "  enhetchef:\n    name: Head",
        83,
        "roles: 'enhetchef' översätter ingenting; menade du 'enhetschef'?",
    ),
    Bad(
        "an unquoted yes in a translation",
        "ask: Ask your head of unit.",
        "ask: yes",
        81,
        'roles → mentor → ask: ska vara text, men utan citattecken läses det som ja/nej-värdet yes; skriv "yes"',
    ),
    Bad(
        "a group where a text must be",
        "    purpose: Leads the work of the unit.",
        "    purpose: {text: Leads the work of the unit.}",
        86,
        "roles → enhetschef → purpose: ska vara text, men här står en grupp av nycklar; om texten "
        "innehåller ett kolon, sätt citattecken runt hela texten",
    ),
    Bad(
        "a text where a list must be",
        "aliases: [trainee]",
        "aliases: trainee",
        41,
        "roles → vfu-student → aliases: ska vara en lista, men här står text: 'trainee'",
    ),
    Bad(
        "a text where ids must be",
        "      tid: The assignment takes",
        "      The assignment takes",
        80,
        "roles → mentor → good_to_know: ska vara nycklar med texter, men här står text: 'The "
        "assignment takes time from your own cases.'",
    ),
    Bad(
        "a text twice in a translation",
        "    ask: Ask",
        "    ask: Ask\n    ask: Ask",
        82,
        "roles → mentor: 'ask' står här två gånger, först på rad 81; ta bort den ena",
    ),
    Bad(
        "a bare colon in a translation",
        "    ask: Ask your",
        "    ask: Ask: your",
        81,
        "det står ett kolon inne i texten; sätt citattecken runt hela texten efter «ask:»",
    ),
)
