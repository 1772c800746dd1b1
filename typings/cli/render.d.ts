import type { TracedRecord } from './trace-events.ts';
export declare function asText(record: TracedRecord): string;
/** One line of JSON; bytes are hex. */
export declare function asJson(record: TracedRecord): string;
