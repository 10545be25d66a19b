"""What every store promises; the same tests for SQLite and for memory (fixture `store`)."""

import asyncio
import secrets

from server.store import Chunk
from sync import limits
from sync.blobs import delete_tag, name_of
from sync.ids import first_r, next_r
from tests.support.chains import make_op

SPACE = bytes([1]) * 32


async def test_an_unknown_space_is_none(store):
    assert await store.find(SPACE) is None
    assert await store.r_at(SPACE, 0) is None


async def test_entries_are_added_by_compare_and_swap(store):
    head = await store.add_entries(SPACE, 0, [b"one"])
    assert (head.n, head.entries, head.r) == (0, [b"one"], first_r(SPACE, head.log_id))
    assert await store.add_entries(SPACE, 0, [b"other"]) is None
    assert await store.add_entries(SPACE, 2, [b"gap"]) is None
    assert (await store.add_entries(SPACE, 1, [b"two"])).entries == [b"one", b"two"]
    assert await store.entries(SPACE, 1) == [b"two"]
    assert await store.add_entries(bytes(32), 1, [b"no such space"]) is None


async def test_w4_w9_seqs_rise_and_duplicates_keep_theirs(store):
    head = await store.add_entries(SPACE, 0, [b"one"])
    ops = [make_op(1) for _ in range(3)]
    first = await store.append(SPACE, ops[:2])
    assert (first.seqs, [seq for seq, *_ in first.fresh], first.n) == ([1, 2], [1, 2], 2)
    again = await store.append(SPACE, [ops[1], ops[2], ops[2], (ops[0][0], b"other bytes")])
    assert (again.seqs, [seq for seq, *_ in again.fresh], again.n) == ([2, 3, 3, 1], [3], 3)
    r = head.r
    for op_id, _ in ops:
        r = next_r(r, op_id)
    assert again.r == r == await store.r_at(SPACE, 3) == (await store.find(SPACE)).r
    assert await store.r_at(SPACE, 4) is None
    assert await store.page(SPACE, 0, 10, 10**6) == [op for _, op in ops]
    assert again.size_bytes == sum(len(op) for _, op in ops)


async def test_pages_end_at_their_limits(store):
    await store.add_entries(SPACE, 0, [b"one"])
    ops = [make_op(1, 1000) for _ in range(5)]
    await store.append(SPACE, ops)
    assert len(await store.page(SPACE, 0, 3, 10**6)) == 3
    assert len(await store.page(SPACE, 0, 10, 2500)) == 2
    assert len(await store.page(SPACE, 0, 10, 1)) == 1, "at least one, or nobody ever catches up"
    assert await store.page(SPACE, 5, 10, 10**6) == []
    assert await store.ids(SPACE, 3, 10) == [op_id for op_id, _ in ops[3:]]
    wanted = [ops[4][0], secrets.token_bytes(32), ops[0][0]]
    assert await store.pick(SPACE, wanted, 9999) == ([ops[4][1], ops[0][1]], len(wanted))
    assert await store.pick(SPACE, wanted, 1) == ([ops[4][1]], 2), "at least one"


async def test_spaces_do_not_mix(store):
    other = bytes([2]) * 32
    for space in (SPACE, other):
        await store.add_entries(space, 0, [space])
    op = make_op(1)
    assert (await store.append(SPACE, [op])).seqs == (await store.append(other, [op])).seqs == [1]
    assert await store.pick(other, [op[0]], 9999) == ([op[1]], 1)
    assert (await store.find(other)).entries == [other]


async def test_many_writers_at_once_get_one_order(store):
    await store.add_entries(SPACE, 0, [b"one"])
    batches = [[make_op(1) for _ in range(4)] for _ in range(25)]
    done = await asyncio.gather(*(store.append(SPACE, batch) for batch in batches))
    assert sorted(seq for each in done for seq in each.seqs) == list(range(1, 101))
    assert all(each.seqs == list(range(each.seqs[0], each.seqs[0] + 4)) for each in done), "a batch stays together"


async def test_w9_one_phone_sending_again_among_many_changes_nothing_for_the_others(store):
    spaces = [bytes([number]) * 32 for number in range(1, 6)]
    for space in spaces:
        await store.add_entries(space, 0, [b"one"])
    again = make_op(1)
    await store.append(spaces[0], [make_op(1), again])
    twin = make_op(1)  # the same op from two sockets at the same moment
    batches = [(spaces[0], [again, make_op(1)]), *((space, [make_op(1)]) for space in spaces[1:]), (spaces[4], [twin]), (spaces[4], [twin])]
    done = await asyncio.gather(*(store.append(space, ops) for space, ops in batches))
    assert [each.seqs for each in done] == [[2, 3], [1], [1], [1], [1], [2], [2]]
    assert [len(each.fresh) for each in done] == [1, 1, 1, 1, 1, 1, 0]
    for space, n in zip(spaces, (3, 1, 1, 1, 2), strict=True):
        head = await store.find(space)
        r = first_r(space, head.log_id)
        for op_id in await store.ids(space, 0, 10):
            r = next_r(r, op_id)
        assert (head.n, head.r) == (n, r)
        assert (await store.append(space, [make_op(1)])).seqs == [n + 1]


async def test_m1_m2_mailboxes_live_a_day(store):
    box, now = bytes(16), 1_000_000
    assert (await store.mailbox(box, 0, now)).messages == []
    assert await store.post(box, 0, b"a", now)
    assert not await store.post(box, 0, b"b", now)
    assert await store.post(box, 1, b"b", now + 60)
    page = await store.mailbox(box, 1, now + 60)
    assert (page.messages, page.expires_in_s) == ([b"b"], limits.MAILBOX_LIFE_S - 60)
    assert await store.count_mailboxes() == 1
    later = now + limits.MAILBOX_LIFE_S
    assert (await store.mailbox(box, 0, later)).messages == []
    assert await store.post(box, 0, b"new", later)
    await store.sweep(later + limits.MAILBOX_LIFE_S)
    assert await store.count_mailboxes() == 0


def chunk_of(data: bytes, secret: bytes = b"s" * 32) -> Chunk:
    return Chunk(name_of(data), delete_tag(secret), data)


async def test_b5_b7_a_chunk_is_of_one_space_and_kept_once(store):
    other = bytes([2]) * 32
    for space in (SPACE, other):
        await store.add_entries(space, 0, [space])
    one = chunk_of(b"a" * 600)
    assert await store.put_chunk(SPACE, one, 1000) == "kept"
    assert await store.put_chunk(SPACE, one, 1000) == "kept", "again, although twice would be over the quota"
    assert (await store.chunk(SPACE, one.name), await store.chunk_size(SPACE, one.name)) == (one.data, 600)
    assert await store.chunk(other, one.name) is None
    assert await store.chunk_size(other, one.name) is None
    assert await store.chunk(bytes(32), one.name) is None


async def test_b6_the_quota_is_of_one_space_and_comes_back_with_what_is_deleted(store):
    other = bytes([2]) * 32
    for space in (SPACE, other):
        await store.add_entries(space, 0, [space])
    one, two = chunk_of(b"a" * 600), chunk_of(b"b" * 600)
    assert await store.put_chunk(SPACE, one, 1000) == "kept"
    assert await store.put_chunk(SPACE, two, 1000) == "full"
    assert await store.chunk(SPACE, two.name) is None
    assert await store.put_chunk(other, two, 1000) == "kept"
    assert await store.put_chunk(bytes(32), two, 1000) == "unknown"
    assert await store.delete_chunk(SPACE, one.name, one.delete_tag) == "gone"
    assert await store.put_chunk(SPACE, two, 600) == "kept"


async def test_b8_only_the_holder_of_the_secret_deletes(store):
    await store.add_entries(SPACE, 0, [b"one"])
    one = chunk_of(b"a" * 600)
    await store.put_chunk(SPACE, one, 1000)
    await store.put_chunk(SPACE, Chunk(one.name, delete_tag(b"x" * 32), one.data), 1000)
    assert await store.delete_chunk(SPACE, one.name, delete_tag(b"x" * 32)) == "refused", "the first tag stays"
    assert await store.delete_chunk(bytes(32), one.name, one.delete_tag) == "gone"
    assert await store.chunk(SPACE, one.name) == one.data
    assert await store.delete_chunk(SPACE, one.name, one.delete_tag) == "gone"
    assert await store.delete_chunk(SPACE, one.name, one.delete_tag) == "gone", "again"
    assert await store.chunk(SPACE, one.name) is None
