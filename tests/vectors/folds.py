"""Vectors of the fold (section 6), and of what a new act replaces (O8).

`ops` are [id byte, person, intent byte, base id bytes, depth, kind, content], `intents` not yet signed are
[intent byte, person, base id bytes, base intent bytes, depth, kind, content] in the order they were made, `parked` are id bytes. An id is
its byte 32 times, an intent its byte 16 times. Content is {name: value} of a set, [name…] of a withdraw, or the payload in hex; the type
of a record is "t", or what an item after the content says. `expect.fields` is person/name -> [shown, also written]; of those shown null,
`expect.withdrawn` are withdrawn. What is not said of `expect` is: nothing withdrawn, not read-only, type "t".
"""

from collections.abc import Iterator
from typing import Any

from tests.vectors.parts import Vector

SET, WITHDRAW, CRITICAL, SKIPPABLE = 1, 3, 77, 200


def fold_vectors() -> Iterator[tuple[str, Vector]]:
    def vector(name: str, rule: str, ops: list[list[Any]], fields: dict[str, Any], **more: Any) -> tuple[str, Vector]:
        given = {key: more.pop(key) for key in ("intents", "parked") if key in more}
        return f"fold/{name}", {"rule": rule, "ops": ops, **given, "expect": {"fields": fields, **more}}

    rain, fog = [1, 1, 1, [], 1, SET, {"sky": "rain"}], [2, 1, 2, [], 1, SET, {"sky": "fog"}]
    yield vector("one", "F2", [rain], {"1/sky": ["rain", []]})
    yield vector("replaced", "F3", [rain, [2, 1, 2, [1], 2, SET, {"sky": "fog"}]], {"1/sky": ["fog", []]})
    yield vector("concurrent_greater_id_shown", "F4", [rain, fog], {"1/sky": ["fog", ["rain"]]})
    deeper = [[9, 1, 1, [], 1, SET, {"sky": "rain"}], [2, 1, 2, [], 2, SET, {"sky": "fog"}]]
    yield vector("greater_depth_shown", "F4", deeper, {"1/sky": ["fog", ["rain"]]})
    three = [rain, fog, [3, 1, 3, [], 1, SET, {"sky": "wind"}]]
    yield vector("also_written_newest_first", "F4", three, {"1/sky": ["wind", ["fog", "rain"]]})
    same = [rain, [2, 1, 2, [], 1, SET, {"sky": "rain"}]]
    yield vector("the_same_value_is_not_also_written", "F4", same, {"1/sky": ["rain", []]})
    twice = [[1, 1, 1, [], 1, SET, {"sky": "fog"}], [2, 1, 2, [], 1, SET, {"sky": "fog"}], [3, 1, 3, [], 1, SET, {"sky": "wind"}]]
    yield vector("also_written_once", "F4", twice, {"1/sky": ["wind", ["fog"]]})
    persons = [rain, [2, 2, 2, [1], 2, SET, {"sky": "fog"}]]
    yield vector("another_person_replaces_nothing", "F1", persons, {"1/sky": ["rain", []], "2/sky": ["fog", []]})
    yield vector("missing_base_delays_nothing", "F3", [[2, 1, 2, [7], 2, SET, {"sky": "fog"}]], {"1/sky": ["fog", []]})
    yield vector("base_arrives_late", "F3", [[2, 1, 2, [1], 2, SET, {"sky": "fog"}], rain], {"1/sky": ["fog", []]})
    chain = [rain, [2, 1, 2, [1], 2, SET, {"sky": "fog"}], [3, 1, 3, [2], 3, SET, {"sky": "wind"}]]
    yield vector("replaced_by_what_was_replaced", "F3", chain, {"1/sky": ["wind", []]})
    apart = [[1, 1, 1, [], 1, SET, {"sky": "rain", "worry": "x"}], [2, 1, 2, [1], 2, SET, {"sky": "fog"}]]
    yield vector("only_the_same_field_is_replaced", "F3", apart, {"1/sky": ["fog", []], "1/worry": ["x", []]})
    taken = [rain, [2, 1, 2, [1], 2, WITHDRAW, ["sky"]]]
    yield vector("withdrawn", "F2", taken, {"1/sky": [None, []]}, withdrawn=["1/sky"])
    yield vector("nil_is_a_value", "F2", [[1, 1, 1, [], 1, SET, {"sky": None}]], {"1/sky": [None, []]})
    beside = [rain, [2, 1, 2, [], 1, WITHDRAW, ["sky"]]]
    yield vector("withdraw_beside_a_value", "F4", beside, {"1/sky": [None, ["rain"]]}, withdrawn=["1/sky"])
    hidden = [[1, 1, 1, [], 1, WITHDRAW, ["sky"]], fog]
    yield vector("withdraw_hidden_by_a_later_value", "F4", hidden, {"1/sky": ["fog", []]})
    again = [*taken, [3, 1, 3, [2], 3, SET, {"sky": "wind"}]]
    yield vector("written_again_after_a_withdraw", "F2", again, {"1/sky": ["wind", []]})
    doubled = [[1, 1, 5, [], 1, SET, {"sky": "rain"}], [2, 1, 5, [], 1, SET, {"sky": "rain"}]]
    yield vector("one_intent_twice_is_one_value", "F5", doubled, {"1/sky": ["rain", []]})
    differ = [[1, 1, 5, [], 1, SET, {"sky": "rain"}], [2, 1, 5, [], 1, SET, {"sky": "fog"}]]
    yield vector("one_intent_two_contents", "F5", differ, {"1/sky": ["rain", ["fog"]]})
    least = [*differ, [3, 1, 6, [], 1, SET, {"sky": "wind"}]]
    yield vector("the_least_id_stands_for_an_intent", "F5", least, {"1/sky": ["wind", ["rain", "fog"]]})
    middle = [[1, 1, 5, [], 1, SET, {"sky": "rain"}], [9, 1, 5, [], 1, SET, {"sky": "rain"}], [3, 1, 6, [], 1, SET, {"sky": "wind"}]]
    yield vector("a_greater_id_of_an_intent_lifts_nothing", "F5", middle, {"1/sky": ["wind", ["rain"]]})
    yield vector("naming_one_id_replaces_the_intent", "F5", [*doubled, [3, 1, 6, [2], 2, SET, {"sky": "clear"}]], {"1/sky": ["clear", []]})

    shown = {"1/sky": ["wind", ["rain"]]}
    yield vector("intent_over_ops_of_equal_depth", "F6", [[9, 1, 1, [], 1, SET, {"sky": "rain"}]], shown,
                 intents=[[2, 1, [], [], 1, SET, {"sky": "wind"}]])  # fmt: skip
    yield vector("deeper_op_over_an_intent", "F6", [[1, 1, 1, [], 2, SET, {"sky": "rain"}]], {"1/sky": ["rain", ["wind"]]},
                 intents=[[2, 1, [], [], 1, SET, {"sky": "wind"}]])  # fmt: skip
    made = [[9, 1, [], [], 1, SET, {"sky": "fog"}], [2, 1, [], [], 1, SET, {"sky": "wind"}]]
    yield vector("the_intent_made_last_is_shown", "F6", [], {"1/sky": ["wind", ["fog"]]}, intents=made)
    yield vector("intent_replaces_an_op", "F6", [rain], {"1/sky": ["wind", []]}, intents=[[2, 1, [1], [], 2, SET, {"sky": "wind"}]])
    after = [[9, 1, [], [], 1, SET, {"sky": "fog"}], [2, 1, [], [9], 2, SET, {"sky": "wind"}]]
    yield vector("intent_replaces_an_intent", "F6", [], {"1/sky": ["wind", []]}, intents=after)
    signed = [[1, 1, 9, [], 1, SET, {"sky": "fog"}]]
    yield vector("intent_replaces_an_intent_that_is_an_op_by_now", "F6", signed, {"1/sky": ["wind", []]}, intents=after[1:])
    yield vector(
        "intent_withdraws", "F6", [rain], {"1/sky": [None, []]}, intents=[[2, 1, [1], [], 2, WITHDRAW, ["sky"]]], withdrawn=["1/sky"]
    )
    yield vector("intent_that_is_an_op_by_now", "F6", [[1, 1, 5, [], 1, SET, {"sky": "rain"}]], {"1/sky": ["rain", []]},
                 intents=[[5, 1, [], [], 1, SET, {"sky": "rain"}]])  # fmt: skip

    yield vector("unknown_critical_kind", "F7", [rain, [2, 1, 2, [], 1, CRITICAL, "c0"]], {"1/sky": ["rain", []]}, read_only=True)
    yield vector("unknown_skippable_kind", "F7", [rain, [2, 1, 2, [], 1, SKIPPABLE, "c0"]], {"1/sky": ["rain", []]})
    yield vector("reserved_kind", "F7", [rain, [2, 1, 2, [], 1, 6, "c0"]], {"1/sky": ["rain", []]}, read_only=True)
    yield vector("set_that_is_none", "F7", [rain, [2, 1, 2, [1], 2, SET, "c0"]], {"1/sky": ["rain", []]}, read_only=True)
    yield vector("parked_op", "F7", [rain], {"1/sky": ["rain", []]}, parked=[2], read_only=True)
    yield vector("parked_op_that_was_understood", "F7", [rain, fog], {"1/sky": ["fog", ["rain"]]}, parked=[2])
    yield vector("only_a_parked_op", "F7", [], {}, parked=[2], read_only=True, type=None)
    yield vector("unknown_kind_replaces_nothing", "F7", [rain, [2, 1, 2, [1], 2, CRITICAL, "c0"]], {"1/sky": ["rain", []]}, read_only=True)

    types = [[2, 1, 1, [], 1, SET, {"sky": "rain"}, "greater"], [1, 2, 2, [], 1, SET, {"sky": "fog"}, "least"]]
    both = {"1/sky": ["rain", []], "2/sky": ["fog", []]}
    yield vector("type_of_the_least_id", "F8", types, both, type="least")
    intent = [[1, 1, [], [], 1, SET, {"worry": "x"}, "intent"]]
    yield vector("type_of_an_op_before_an_intent", "F8", [[9, 1, 9, [], 1, SET, {"sky": "rain"}, "op"]],
                 {"1/sky": ["rain", []], "1/worry": ["x", []]}, intents=intent, type="op")  # fmt: skip
    yield vector("type_of_an_intent", "F8", [], {"1/worry": ["x", []]}, intents=intent, type="intent")


def base_vectors() -> Iterator[tuple[str, Vector]]:
    """`person` acts on `names`; `expect.base` are id bytes, `expect.base_intents` intent bytes."""

    def vector(name: str, ops: list[list[Any]], base: list[int], depth: int, **more: Any) -> tuple[str, Vector]:
        how = {"person": 1, "names": ["sky"], "intents": [], **more}
        intents = how.pop("expect_intents", [])
        return f"base/{name}", {"rule": "O8", "ops": ops, **how, "expect": {"base": base, "base_intents": intents, "depth": depth}}

    rain, fog = [1, 1, 1, [], 1, SET, {"sky": "rain"}], [2, 1, 2, [1], 2, SET, {"sky": "fog"}]
    yield vector("the_first_of_a_field", [], [], 1)
    yield vector("of_another_field", [[1, 1, 1, [], 4, SET, {"worry": "x"}]], [], 1)
    yield vector("of_another_person", [[1, 2, 1, [], 4, SET, {"sky": "x"}]], [], 1)
    yield vector("what_is_shown", [rain], [1], 2)
    yield vector("not_what_was_replaced", [rain, fog], [2], 3)
    beside = [rain, [2, 1, 2, [], 5, SET, {"sky": "fog"}]]
    yield vector("also_what_is_also_written", beside, [1, 2], 6)
    yield vector("every_id_of_an_intent", [rain, [2, 1, 1, [], 1, SET, {"sky": "rain"}]], [1, 2], 2)
    yield vector("a_withdraw_too", [rain, [2, 1, 2, [1], 2, WITHDRAW, ["sky"]]], [2], 3)
    both = [[2, 1, 1, [], 1, SET, {"sky": "rain"}], [1, 1, 2, [], 3, SET, {"worry": "x"}]]
    yield vector("of_every_field_named", both, [1, 2], 4, names=["sky", "worry"])
    intents = [[9, 1, [1], [], 2, SET, {"sky": "wind"}]]
    yield vector("an_intent_not_yet_signed", [rain], [], 3, intents=intents, expect_intents=[9])
