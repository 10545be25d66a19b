"""Every limit, and why it is what it is. The first group is the protocol's (section 12), the second the operator's."""

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB

OP_BYTES = 64 * KIB  # a long page of text, with room
APPEND_OPS = 256  # one group commit stays short
APPEND_BYTES = 512 * KIB
PAGE_OPS = 500  # a phone can show progress, a slow one holds little
PAGE_BYTES = 512 * KIB
FRAME_BYTES = 1 * MIB  # the greatest legal frame, doubled
ENTRY_BYTES = 32 * KIB  # sixteen devices' wraps and keys
CHAIN_ENTRIES = 1000  # a lifetime of phones
CHAIN_BYTES = 896 * KIB  # the whole chain goes into one frame, and so back to a server that lost it (W3)
DEVICES = 16  # two persons, their phones, laptops and kits
WHISPER_BYTES = 16 * KIB  # marks and a salt, with room
MAILBOX_MESSAGES = 16  # one pairing and its retries
MAILBOX_MESSAGE_BYTES = 24 * KIB  # an offer: three entries of two devices
MAILBOX_LIFE_S = 24 * 60 * 60  # the life of a link
PULL_IDS = 500  # one catch-up frame
LIST_IDS = 5000  # 170 KB a frame
CHUNK_BYTES = 256 * KIB  # a photo is a handful of requests, and one cut short costs little
LEAST_CHUNK_BYTES = 1 + 16  # what is left for the last one, sealed
PASS_BYTES = 256  # what the phone hands back unread
PASS_LIFE_S = 10 * 60  # a photo over a slow line; a phone asks again
ORIGIN_CHARS = 256  # longest origin a browser sends: scheme, 253 of host name


@dataclass(frozen=True, slots=True)
class Limits:
    """What one server is willing to carry. Every value can be met by a typed error that the app shows as a sentence."""

    space_bytes: int = 256 * MIB  # two people writing daily for decades; photos are not in here
    blob_bytes: int = 1024 * MIB  # two thousand photos of a space; `--photos-mib`
    connections: int = 20_000  # 22 KB each: half a gigabyte
    connections_per_address: int = 64  # a family behind one router, each with several spaces
    spaces_per_address_per_hour: int = 60  # a household trying Attune, and its neighbours behind one address
    mailbox_posts_per_address_per_hour: int = 600  # pairings are a dozen messages
    mailboxes: int = 10_000  # times 384 KiB at most
    blob_requests_per_address_per_hour: int = 20_000  # a new phone fetching years of photos; each chunk is one
    frames_per_s: float = 200.0  # a live session sends one or two
    frame_burst: float = 2_000.0  # catching up and restoring after a wipe
    bytes_per_s: float = 2 * MIB
    byte_burst: float = 32 * MIB
    queue_bytes: int = 256 * KIB  # what one connection may have unsent in memory (W13)
    slow_reader_s: float = 20.0  # a frame not taken for this long: closed with 4008
    silent_s: float = 120.0  # W12
    greeting_s: float = 20.0  # from the challenge to a good hello
