"""The words of a unit's plan, the same on the page and on paper: links of the chain, levels, evidence, and flags."""

from __future__ import annotations

from careerpaths.analysis.plan.chain import Part
from careerpaths.analysis.plan.loose_ends import Flag, FlagKind
from careerpaths.locale import Phrases
from careerpaths.model.model import Level
from careerpaths.model.plan import Evidence, ItemType


def shared_words(phrases: Phrases) -> dict[str, dict[str, str]]:
    """Return every group of words by its name, for the page; a type of row is said like its column."""
    parts = part_words(phrases)
    types = {kind.value: parts[kind.value] for kind in ItemType if kind is not ItemType.RESULT}
    return {
        "part": parts,
        "type": {**types, ItemType.RESULT.value: phrases.say("Result")},
        "level": level_words(phrases),
        "evidence": evidence_words(phrases),
        "flag": flag_words(phrases),
    }


def part_words(phrases: Phrases) -> dict[str, str]:
    """Return what each link of the chain is called."""
    _ = phrases.say
    return {
        Part.MISSION: _("Mission"),
        Part.CHALLENGE: _("Challenge"),
        Part.CAUSE: _("Cause of turnover"),
        Part.NEED: _("Competence need"),
        Part.PREREQUISITE: _("Prerequisite"),
        Part.ACTIVITY: _("Activity or measure"),
        Part.EXPECTED: _("Expected result"),
        Part.REPORTED: _("Reported result"),
    }


def level_words(phrases: Phrases) -> dict[str, str]:
    """Return what each level is called."""
    _ = phrases.say
    return {
        Level.ORGANISATION: _("Organisation"),
        Level.GROUP: _("Group"),
        Level.INDIVIDUAL: _("Individual"),
    }


def evidence_words(phrases: Phrases) -> dict[str, str]:
    """Return what a row can rest on."""
    _ = phrases.say
    return {
        Evidence.STRONG_RESEARCH: _("strong research"),
        Evidence.WEAK_RESEARCH: _("weak research"),
        Evidence.OWN_FOLLOW_UP: _("own follow-up"),
        Evidence.EXPERIENCE: _("experience"),
        Evidence.ASSUMPTION: _("assumption"),
    }


def flag_words(phrases: Phrases) -> dict[str, str]:
    """Return the sentence of each flag; `{text}` is the row, `{level}` the only level with rows."""
    _ = phrases.say
    return {
        FlagKind.CHALLENGE_WITHOUT_NEED: _("Challenge without a competence need or prerequisite: {text}"),
        FlagKind.NEED_WITHOUT_ACTIVITY: _("Need or prerequisite without an activity: {text}"),
        FlagKind.ACTIVITY_WITHOUT_RESULT: _("Activity without an expected result: {text}"),
        FlagKind.ACTIVITY_WITHOUT_CHALLENGE: _("Activity that answers no challenge: {text}"),
        FlagKind.RESULT_WITHOUT_ACTIVITY: _("Expected result that nobody works for: {text}"),
        FlagKind.ONE_LEVEL: _("Challenge with something at one level only ({level}) and nothing at the others: {text}"),
        FlagKind.ONE_ASSUMPTION: _("The whole chain stands on one assumption: {text}"),
    }


def flag_sentence(flag: Flag, phrases: Phrases) -> str:
    """Return a flag in words, as the page says it."""
    level = level_words(phrases)[flag.level].lower() if flag.level else ""
    return flag_words(phrases)[flag.kind].replace("{level}", level).replace("{text}", flag.item.text.text)
