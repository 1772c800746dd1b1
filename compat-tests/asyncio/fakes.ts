/** A transport that only remembers, and a loop whose clock stands still. */
import type { ExceptionContext, Handle, Loop } from '../../lib/asyncio/index.ts';
import type { AnyProtocol } from '../../lib/asyncio/protocols.ts';
import type { TlsCarrier } from '../../lib/asyncio/transports.ts';

export class FakeLoop implements Loop {
  readonly told: ExceptionContext[] = [];
  readonly timers: { readonly delay: number; readonly callback: () => void }[] = [];

  call_soon(callback: () => void): Handle {
    let cancelled = false;
    queueMicrotask(() => cancelled || callback());
    return {
      cancel() {
        cancelled = true;
      },
    };
  }

  call_later(delay: number, callback: () => void): Handle {
    const timer = { delay, callback };
    this.timers.push(timer);
    return { cancel: () => void this.timers.splice(this.timers.indexOf(timer), 1) };
  }

  call_exception_handler(context: ExceptionContext): void {
    this.told.push(context);
  }

  /** The time has come for all timers. */
  elapse(): void {
    for (const { callback } of this.timers.splice(0)) callback();
  }
}

export class FakeTransport implements TlsCarrier {
  readonly _start_tls_compatible = true;
  readonly written: Uint8Array[] = [];
  readonly calls: string[] = [];
  /** What it was closed with, by force. */
  reason: Error | null | undefined;
  protocol: AnyProtocol | null = null;

  get_extra_info(name: string, fallback: unknown = null): never {
    return (name === 'socket' ? this : fallback) as never;
  }
  set_protocol(protocol: AnyProtocol): void {
    this.protocol = protocol;
  }
  get_protocol(): AnyProtocol | null {
    return this.protocol;
  }
  write(data: Uint8Array): void {
    this.written.push(data);
  }
  writelines(list_of_data: Iterable<Uint8Array>): void {
    this.written.push(...list_of_data);
  }
  write_eof(): void {
    this.calls.push('write_eof');
  }
  can_write_eof(): boolean {
    return true;
  }
  pause_reading(): void {
    this.calls.push('pause_reading');
  }
  resume_reading(): void {
    this.calls.push('resume_reading');
  }
  is_reading(): boolean {
    return true;
  }
  set_write_buffer_limits(): void {}
  get_write_buffer_limits(): readonly [number, number] {
    return [0, 0];
  }
  get_write_buffer_size(): number {
    return 0;
  }
  close(): void {
    this.calls.push('close');
  }
  is_closing(): boolean {
    return this.calls.includes('close');
  }
  abort(): void {
    this._force_close(null);
  }
  _force_close(exc: Error | null): void {
    this.calls.push('_force_close');
    if (this.reason === undefined) this.reason = exc;
  }
}
