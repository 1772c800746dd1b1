import { ReadHalf13, WriteHalf13 } from '../record/half13.ts';
import type { Settings } from '../settings.ts';
import type { Suite13 } from '../suites.ts';
export declare function readHalf13(settings: Settings, suite: Suite13, secret: Uint8Array): ReadHalf13;
export declare function writeHalf13(settings: Settings, suite: Suite13, secret: Uint8Array): WriteHalf13;
