import fc from "fast-check";

/**
 * Percent-encoded texts that no honest form sends. Encoded rather than plain, because half a surrogate
 * pair or a damaged sequence exists on the wire and not in a string.
 */
const encodedOnly = ["%ED%A0%80", "a%ED%BF%BFb", "%E0%A4", "%FF%FE", "%C0%80", "%00", "a%00b"];

const texts = [
  "",
  " ",
  "\u00a0",
  "\u202e\u0000",
  "-1",
  "-0",
  "0",
  "1e400",
  "1e21",
  "NaN",
  "Infinity",
  "0x10",
  "1,5",
  "١٢",
  "99999999999999999999999",
  "2147483648",
  "9007199254740993",
  "2026-02-30",
  "0000-00-00",
  "0001-01-01",
  "9999-12-31",
  "10000-01-01",
  "-000001-01-01",
  "+275760-09-13",
  "2026-13-45T99:99",
  "0000-00-00T00:00",
  "9999-12-31T23:59:59",
  "2026-03-29T02:30",
  "' OR 1=1 --",
  "%' ; drop table people; --",
  "\\",
  "_%",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "../../etc/passwd",
  "//exemple.invalid/",
  "javascript:alert(1)",
  "a\r\nSet-Cookie: volé=1",
  "👩‍🏫",
  "true",
  "[]",
  "{}",
  "00000000-0000-0000-0000-000000000000",
  "6f1f2c3e-0d1b-4a5c-9e8f-0a1b2c3d4e5f",
  "6F1F2C3E-0D1B-4A5C-9E8F-0A1B2C3D4E5F",
  "{6f1f2c3e-0d1b-4a5c-9e8f-0a1b2c3d4e5f}",
  "6f1f2c3e0d1b4a5c9e8f0a1b2c3d4e5f",
  "x".repeat(300),
  "é".repeat(2_000),
];

/** Percent-encodes a text for a path or a query; half pairs as the bytes that a careless client sends. */
export function encodeHostile(text: string): string {
  return Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    if (sign.length === 1 && code >= 0xd800 && code <= 0xdfff) {
      const bytes = [0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
      return bytes.map((byte) => `%${byte.toString(16).toUpperCase()}`).join("");
    }
    return encodeURIComponent(sign);
  }).join("");
}

/** A value as it goes on the wire, percent-encoded; `known` are values that mean something elsewhere. */
export function hostileValue(known: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...texts).map(encodeHostile) },
    { weight: 2, arbitrary: fc.constantFrom(...encodedOnly) },
    { weight: 3, arbitrary: fc.constantFrom(...known).map(encodeHostile) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }).map(encodeHostile) },
    { weight: 1, arbitrary: fc.integer().map(String) },
    { weight: 1, arbitrary: fc.constant("y".repeat(100_000)) },
  );
}

/** One part of an address; now and then one that a parser may read as several, or as none. */
export function hostileSegment(known: readonly string[]): fc.Arbitrary<string> {
  const strange = [
    ".",
    "..",
    "%2e%2e",
    "%2F..%2F",
    "%",
    "%E0%A4%A",
    "%25",
    "*",
    ":id",
    "a;b=c",
    "z".repeat(10_000),
  ];
  return fc
    .oneof(
      { weight: 3, arbitrary: hostileValue(known).filter((value) => value.length < 10_000) },
      { weight: 1, arbitrary: fc.constantFrom(...strange) },
    )
    .map((segment) => (segment === "" ? "%20" : segment));
}

/** A query string: repeated keys, arrays, unknown words, hostile values. */
export function hostileQuery(
  keys: readonly string[],
  known: readonly string[],
): fc.Arbitrary<string> {
  const key = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...keys) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "a[]",
        "a[b]",
        "__proto__",
        "_data",
        "_routes",
        "index",
        "%00",
        "",
      ),
    },
  );
  return fc
    .array(
      fc.tuple(
        key,
        hostileValue(known).filter((value) => value.length < 4_000),
      ),
      {
        maxLength: 4,
      },
    )
    .map((pairs) =>
      pairs.length === 0 ? "" : `?${pairs.map((pair) => pair.join("=")).join("&")}`,
    );
}

const junk = [
  "",
  "*",
  ",,,",
  "q=abc",
  "bytes=0-0,-1,99999999999-",
  "bytes=abc",
  '"\\"',
  'W/"x", *',
  "Thu, 32 Foo 2026 99:99:99 GMT",
  "text/html;q=1e400",
  "fr;q=-1",
  "x".repeat(4_000),
  "é",
  "127.0.0.1, , 999.999.999.999",
  "http://[::1",
  "jalons.test:99999999999999999999",
  "a b",
  "null",
];

/** Headers that say nothing sensible, and sometimes what the server must not believe. */
export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "Accept",
        "Accept-Language",
        "Accept-Encoding",
        "Content-Type",
        "Content-Encoding",
        "Range",
        "If-Match",
        "If-None-Match",
        "If-Modified-Since",
        "If-Range",
        "Host",
        "Referer",
        "Sec-Fetch-Site",
        "User-Agent",
        "Upgrade",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-HTTP-Method-Override",
        "X-Jalons-Client",
        "X-Remix-Redirect",
        "Forwarded",
      ),
      fc.constantFrom(...junk),
    ),
    { maxLength: 4 },
  )
  .map((pairs) => Object.fromEntries(pairs));

/** Cookie headers that carry no session, or pretend to. */
export const hostileCookie: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "__Host-jalons=",
    "__Host-jalons=;__Host-jalons=",
    "__Host-jalons=%",
    "__Host-jalons=%00",
    `__Host-jalons=${"a".repeat(6_000)}`,
    '__Host-jalons="é"',
    "affichage=%E0%A4%A",
    "affichage=__proto__",
    "=;;=",
    "__proto__=1",
  ),
  fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, "")),
);
