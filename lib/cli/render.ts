/** Traced records as text for a person, and as JSON for a program. */
import { toHex } from '../bytes/bytes.ts';
import type { Plain } from './decode.ts';
import type { TracedRecord } from './trace-events.ts';

/** Longer byte strings are cut in text; JSON has them whole. */
const SHOWN_BYTES = 32;

const versions = new Map([
  [0x0301, 'TLS 1.0'],
  [0x0303, 'TLS 1.2'],
]);

export function asText(record: TracedRecord): string {
  const arrow = record.from === 'client' ? 'client ─→ server' : 'client ←─ server';
  const version = versions.get(record.version) ?? `version ${record.version}`;
  const kind = record.protected ? `${record.type}, protected` : record.type;
  const lines = [`${arrow}  ${kind} (record of ${version}, ${record.length} bytes)`];
  for (const { type, body } of record.content) {
    lines.push(`    ${type}`);
    if (body !== undefined) lines.push(...fields(body, '      '));
  }
  return lines.join('\n');
}

/** One line of JSON; bytes are hex. */
export function asJson(record: TracedRecord): string {
  return JSON.stringify(record, (_, value) => (value instanceof Uint8Array ? toHex(value) : value));
}

function fields(object: { readonly [name: string]: Plain }, indent: string): string[] {
  const names = Object.keys(object);
  const width = Math.max(0, ...names.map((name) => name.length));
  return names.flatMap((name) => {
    const value = object[name] ?? null;
    const inline = oneLine(value);
    if (inline !== undefined) return [`${indent}${name.padEnd(width)}  ${inline}`.trimEnd()];
    const inner = Array.isArray(value)
      ? value.flatMap((item) => listItem(item, `${indent}  `))
      : fields(value as { readonly [name: string]: Plain }, `${indent}  `);
    return [`${indent}${name}`, ...inner];
  });
}

function listItem(value: Plain, indent: string): string[] {
  const inline = oneLine(value);
  if (inline !== undefined) return [`${indent}- ${inline}`];
  const inner = fields(value as { readonly [name: string]: Plain }, `${indent}  `);
  return [`${indent}- ${inner[0]?.trimStart() ?? ''}`, ...inner.slice(1)];
}

/** `undefined` for what needs lines of its own. */
function oneLine(value: Plain): string | undefined {
  if (value === null) return 'none';
  if (value instanceof Uint8Array) {
    if (value.length === 0) return 'empty';
    const hex = toHex(value.subarray(0, SHOWN_BYTES));
    return value.length > SHOWN_BYTES ? `${hex}… (${value.length} bytes)` : hex;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return 'empty';
    const parts = value.map(oneLine);
    const simple = value.every((each) => typeof each === 'string' || typeof each === 'number');
    return simple ? parts.join(', ') : undefined;
  }
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'none' : undefined;
  return String(value);
}
