"""What months and days of the week are called where a date may have been copied from, folded: one word, one month.

English, German, French, Swedish, Polish, Czech, Turkish, Portuguese, Hindi, Spanish, Italian, Dutch, Danish, Norwegian.
"""

from __future__ import annotations

from models.values.folding import folded

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SHORTEST = 3
"""Letters of the beginning of a month."""
_MONTHS = """
1 january jan januar janvier janv januari stycznia styczen sty leden ledna led ocak oca janeiro enero ene gennaio
1 gen जनवरी जन॰ जन
2 february feb februar fevrier fevr fev februari lutego luty lut unora unor uno subat sub fevereiro febrero
2 febbraio फ़रवरी फरवरी फ़र॰ फ़र
3 march mar marz mars marts mart maart mrt marca marzec brezna brezen bre marco marzo मार्च
4 april apr avril avr aprile kwietnia kwiecien kwi dubna duben dub nisan nis abril abr अप्रैल
5 may mai maj mei maja maio mayo maggio mag kvetna kveten kve mayis मई
6 june jun juni juin junho junio giugno giu czerwca czerwiec cze cervna cerven cvn haziran haz जून
7 july jul juli juillet juil julho julio luglio lug lipca lipiec lip cervence cervenec cvc temmuz tem जुलाई जुल॰
7 जुल
8 august aug augusti augustus aout agosto ago sierpnia sierpien sie srpna srpen srp agustos agu अगस्त अग॰ अग
9 september sep sept septembre septiembre settembre setembro set wrzesnia wrzesien wrz zari zar eylul eyl सितंबर
9 सितम्बर सित॰ सित
10 october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz rijna rijen rij
10 ekim eki अक्टूबर अक्तूबर अक्टू॰ अक्टू
11 november nov novembre noviembre novembro listopada listopadu listopad lis kasim kas नवंबर नवम्बर नव॰ नव
12 december dec dezember dez decembre dezembro dicembre dic diciembre desember des grudnia grudzien gru prosince
12 prosinec pro aralik ara दिसंबर दिसम्बर दिस॰ दिस
"""
_WEEKDAYS = """
0 monday mon montag mo lundi lun mandag man ma poniedzialek pon pondeli po pazartesi pzt segunda segunda-feira seg
0 lunes lunedi maandag सोमवार सोम
1 tuesday tue tues dienstag di mardi mar tisdag tis ti wtorek wto wt utery ut sali sal terca terca-feira ter
1 martes martedi dinsdag tirsdag tirs tir मंगलवार मंगल
2 wednesday wed mittwoch mi mercredi mer onsdag ons on sroda sro sr streda st carsamba car quarta quarta-feira qua
2 miercoles mie mercoledi woensdag wo बुधवार बुध
3 thursday thu thur thurs donnerstag do jeudi jeu torsdag tors tor to czwartek czw ctvrtek ct persembe per quinta
3 quinta-feira qui jueves jue giovedi gio donderdag गुरुवार गुरु
4 friday fri freitag fr vendredi ven fredag fre piatek pia pt patek pa cuma cum sexta sexta-feira sex viernes vie
4 venerdi vrijdag vr शुक्रवार शुक्र
5 saturday sat samstag sonnabend sa samedi sam lordag lor lo sobota sob so cumartesi cmt sabado sab sabato
5 zaterdag za शनिवार शनि
6 sunday sun sonntag so dimanche dim sondag son niedziela niedz nie nedele ne pazar paz domingo dom domenica
6 zondag zo रविवार रवि
"""
_IN_ENGLISH = {
    "gestern": "yesterday",
    "heute": "today",
    "morgen": "tomorrow",
    "ubermorgen": "day after tomorrow",
    "tag": "day",
    "tage": "days",
    "tagen": "days",
    "at": "days",
    "pt": "days",
    "woche": "week",
    "wochen": "weeks",
    "monat": "month",
    "monats": "month",
    "monate": "months",
    "monaten": "months",
    "quartal": "quarter",
    "quartals": "quarter",
    "jahr": "year",
    "jahres": "year",
    "monatsende": "end month",
    "quartalsende": "end quarter",
    "jahresende": "end year",
    **dict.fromkeys(("diese", "diesen", "dieser", "dieses"), "this"),
    **dict.fromkeys(("nachste", "nachsten", "nachster", "nachstes"), "next"),
    **dict.fromkeys(("kommenden", "kommende"), "coming"),
    **dict.fromkeys(("letzten", "letzte"), "last"),
    "hier": "yesterday",
    "aujourd'hui": "today",
    "demain": "tomorrow",
    "apres-demain": "day after tomorrow",
    "dans": "in",
    **dict.fromkeys(("un", "une", "einem", "einer", "one"), "1"),
    **dict.fromkeys(("deux", "zwei", "two"), "2"),
    **dict.fromkeys(("trois", "drei", "three"), "3"),
    **dict.fromkeys(("quatre", "vier", "four"), "4"),
    **dict.fromkeys(("six", "sechs"), "6"),
    **dict.fromkeys(("j", "jour", "jours"), "days"),
    **dict.fromkeys(("semaine", "semaines", "sem", "sem."), "week"),
    "mois": "month",
    "trimestre": "quarter",
    **dict.fromkeys(("annee", "l'annee", "d'annee"), "year"),
    "ce": "this",
    **{f"t{number}": f"q{number}" for number in range(1, 5)},
    **dict.fromkeys(("der", "des", "von", "du", "de", "la"), ""),
}
"""Words of time in other languages, folded, for what is meant the same way: AT and PT are days of work in German."""
_BEHIND = {"prochain": "coming", "prochaine": "coming", "dernier": "last", "derniere": "last"}
"""What stands behind its noun in French and before it in English."""
_SPANS = frozenset({"week", "month", "quarter", "year"})


def in_english(text: str) -> str:
    """A folded text with the words of time of other languages in English; unchanged where it has none."""
    words = [_IN_ENGLISH.get(word, word) for word in text.split(" ")]
    if len(words) > 1 and words[-1] in _BEHIND:
        *words, noun, behind = words
        words += ["next" if noun in _SPANS and _BEHIND[behind] == "coming" else _BEHIND[behind], noun]
    return " ".join(filter(None, words))


def _numbers(table: str) -> dict[str, frozenset[int]]:
    """Which numbers the words of a table have; every line begins with one."""
    found: dict[str, set[int]] = {}
    for number, *names in map(str.split, table.strip().splitlines()):
        for name in map(folded, names):
            found.setdefault(name, set()).add(int(number))
    return {name: frozenset(numbers) for name, numbers in found.items()}


_MONTH_OF = {name: min(numbers) for name, numbers in _numbers(_MONTHS).items()}
_WEEKDAYS_OF = _numbers(_WEEKDAYS)


def month_of(word: str) -> int | None:
    """The number of the month that a folded word names, in English by any beginning of three letters or more."""
    if word in _MONTH_OF:
        return _MONTH_OF[word]
    if len(word) < SHORTEST:
        return None
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(word)), None)


def weekdays_of(word: str) -> frozenset[int]:
    """The days of the week that a folded word may name, Monday as 0: "so" is Saturday in Czech, Sunday in German."""
    return _WEEKDAYS_OF.get(word, frozenset())
