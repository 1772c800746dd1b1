import { concat } from '../../lib/bytes/bytes.ts';
import { element } from './der-writer.ts';

/**
 * Damage with an eye for structure: DER is taken apart into elements (also those within OCTET and BIT STRINGs), some of
 * them are changed, lost, repeated, moved or taken from elsewhere, and lengths are made to fit again; mostly.
 */
export class DerMutator {
  readonly #random: () => number;
  /** Elements of other files, to put where they do not belong. */
  readonly #stock: Node[] = [];

  /** `random` gives 32 bits. */
  constructor(random: () => number, stock: readonly Uint8Array[]) {
    this.#random = random;
    for (const der of stock) this.#stock.push(...everyNode(nodesOf(der) ?? []));
  }

  mutate(der: Uint8Array): Uint8Array {
    const roots = nodesOf(der);
    if (roots === undefined) return der;
    for (let times = 1 + this.#below(3); times > 0; times--) this.#damage(roots);
    return concat(...roots.map(encoded));
  }

  #damage(roots: Node[]): void {
    const lists = [roots, ...everyNode(roots).flatMap(({ parts }) => (parts === undefined ? [] : [parts]))];
    const list = this.#pick(lists);
    if (list.length === 0) {
      list.push(copyOf(this.#pick(this.#stock)));
      return;
    }
    const at = this.#below(list.length);
    const node = list[at];
    switch (this.#below(12)) {
      case 0:
        node.tag = this.#below(3) === 0 ? this.#below(256) : this.#pick(TAGS);
        break;
      case 1:
        list.splice(at, 1);
        break;
      case 2:
        list.splice(at, 0, copyOf(node));
        break;
      case 3:
        list.splice(at, 0, ...Array.from({ length: this.#pick([3, 8, 60]) }, () => copyOf(node)));
        break;
      case 4:
        list.splice(this.#below(list.length), 0, ...list.splice(at, 1));
        break;
      case 5:
        list[at] = copyOf(this.#pick(this.#stock));
        break;
      case 6:
        list.splice(at, 0, copyOf(this.#pick(this.#stock)));
        break;
      case 7:
        node.length = this.#pick(LENGTHS);
        break;
      case 8:
        list[at] = { tag: node.tag, content: new Uint8Array(0) };
        break;
      case 9:
        list[at] = this.#wrapped(node, this.#pick([1, 2, 30, 300]));
        break;
      case 10:
        list[at] = { tag: node.tag, content: this.#pick(CONTENTS) };
        break;
      default:
        this.#touch(list, at);
    }
  }

  /** A byte is another one. */
  #touch(list: Node[], at: number): void {
    const whole = encoded(list[at]);
    const content = whole.slice(headerLength(whole));
    if (content.length > 0) content[this.#below(content.length)] = this.#below(256);
    list[at] = { tag: list[at].tag, content };
  }

  #wrapped(node: Node, depth: number): Node {
    let content = encoded(node);
    for (let i = 1; i < depth; i++) content = element(0x30, content);
    return { tag: this.#pick(TAGS), content };
  }

  #below(limit: number): number {
    return this.#random() % limit;
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)];
  }
}

interface Node {
  tag: number;
  /** What stands in place of its length. */
  length?: readonly number[];
  /** Bytes in front of the parts: the count of unused bits in a BIT STRING. */
  prefix?: Uint8Array;
  parts?: Node[];
  content?: Uint8Array;
}

const TAGS: readonly number[] = [
  ...[0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1e, 0x24, 0x30, 0x31],
  ...[0x80, 0x81, 0x82, 0x86, 0x87, 0x88, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xbf, 0x1f, 0x00, 0xff],
];

const LENGTHS: readonly (readonly number[])[] = [
  ...[[], [0], [1], [0x7f], [0x80], [0x81, 0], [0x81, 0x7f], [0x82, 0, 1], [0x84, 0xff, 0xff, 0xff, 0xff]],
  ...[[0x84, 0x7f, 0xff, 0xff, 0xff], [0x89, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0xff], [0x85, 0, 0, 0, 0, 1]],
];

/** Integers, identifiers, strings and flags at their edges. */
const CONTENTS: readonly Uint8Array[] = [
  ...[64, 65, 1000, 20_000].flatMap((length) => [
    new Uint8Array(length).fill(0x7f),
    new Uint8Array(length).fill(0xff),
  ]),
  ...[[0], [0xff], [0x80], [0x7f, 0xff, 0xff, 0xff], [0x80, 0, 0, 0, 0], [0, 0xff, 0xff, 0xff, 0xff], [0, 0]],
  ...[[0xff, 0xff], [0x2a], [0x80, 1], [0x2a, 0x80], [0x88, 0x37, 0x83], [7, 0xff], [8, 0], [7], [0xd8, 0]],
].map((bytes) => Uint8Array.from(bytes));

/** The elements that bytes are made of; `undefined` if they are not. */
function nodesOf(bytes: Uint8Array, depth = 0): Node[] | undefined {
  const nodes: Node[] = [];
  let at = 0;
  while (at < bytes.length) {
    const header = headerLength(bytes.subarray(at));
    if (header === 0 || depth > 30) return undefined;
    const end = at + header + contentLength(bytes.subarray(at));
    if (end > bytes.length) return undefined;
    nodes.push(nodeOf(bytes[at], bytes.subarray(at + header, end), depth));
    at = end;
  }
  return nodes;
}

function nodeOf(tag: number, content: Uint8Array, depth: number): Node {
  const isString = tag === 0x04 || tag === 0x03;
  if ((tag & 0x20) === 0 && !isString) return { tag, content };
  const prefix = content.subarray(0, tag === 0x03 ? 1 : 0);
  const inside = content.subarray(prefix.length);
  const parts = inside.length === 0 && isString ? undefined : nodesOf(inside, depth + 1);
  return parts === undefined ? { tag, content } : { tag, prefix, parts };
}

function everyNode(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.parts ?? [])]);
}

function copyOf(node: Node): Node {
  return node.parts === undefined ? { ...node } : { ...node, parts: node.parts.map(copyOf) };
}

function encoded({ tag, length, prefix, parts, content }: Node): Uint8Array {
  const body = parts === undefined ? (content ?? new Uint8Array(0)) : concat(...parts.map(encoded));
  const whole = element(tag, prefix ?? new Uint8Array(0), body);
  if (length === undefined) return whole;
  return concat(Uint8Array.of(tag, ...length), whole.subarray(headerLength(whole)));
}

/** Of tag and length; 0 where they are cut short or not of the plain kind. */
function headerLength(bytes: Uint8Array): number {
  if (bytes.length < 2 || (bytes[0] & 0x1f) === 0x1f) return 0;
  const count = bytes[1] < 0x80 ? 0 : bytes[1] & 0x7f;
  return count > 3 || bytes[1] === 0x80 || bytes.length < 2 + count ? 0 : 2 + count;
}

function contentLength(bytes: Uint8Array): number {
  if (bytes[1] < 0x80) return bytes[1];
  let length = 0;
  for (let i = 0; i < (bytes[1] & 0x7f); i++) length = length * 256 + bytes[2 + i];
  return length;
}
