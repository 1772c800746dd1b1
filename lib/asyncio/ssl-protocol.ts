/**
 * asyncio's `SSLProtocol`: TLS between two transports. To the one underneath it is a protocol; to the program's
 * protocol it gives a transport (`app_transport`), and calls it as any transport would.
 *
 *     UNWRAPPED -> DO_HANDSHAKE -> WRAPPED -> FLUSHING -> SHUTDOWN, and from each back to UNWRAPPED
 *
 * DO_HANDSHAKE  since `connection_made`; after `ssl_handshake_timeout` it is given up.
 * WRAPPED       data goes both ways.
 * FLUSHING      one side closes, and what was received before is still on its way to the program.
 * SHUTDOWN      close_notify is sent, the peer's is waited for; FLUSHING and SHUTDOWN together are given up after
 *               `ssl_shutdown_timeout`.
 *
 * What it holds to, beside the order of calls in `protocols.ts`:
 * - The program's `connection_made` is called after the handshake; one that fails calls neither that nor
 *   `connection_lost`, but fails whoever waits for the connection.
 * - A failure closes the transport underneath at once, after the alert that tells the peer why; `connection_lost`
 *   comes from there, so it comes once whatever else fails on the way down.
 * - What arrives while the program has paused reading stays encrypted, up to 256 KiB; then the transport underneath
 *   is paused too. What the program sends is encrypted at once, and counted until the transport has taken it.
 * - A program that has closed gets no more data: what the peer still sends before its close_notify is read and
 *   thrown away, as the close could not complete otherwise.
 * - A connection that ends without close_notify has ended, to asyncio; with `suppress_ragged_eofs: false` it has
 *   failed, since whoever can cut a connection could else cut a message.
 */
import {
  ConnectionAbortedError,
  ConnectionResetError,
  create_default_context,
  MemoryBIO,
  OSError,
  RuntimeError,
  type SSLContext,
  type SSLObject,
  TimeoutError,
  ValueError,
} from '../index.ts';
import { AppSide, discard, isAgain, type Reading, type Source } from './app-side.ts';
import { FlowGate, SSL_READ_HIGH_WATER, SSL_WRITE_HIGH_WATER, waterMarks } from './flow-control.ts';
import type { Future } from './future.ts';
import type { Handle, Loop } from './loop.ts';
import { type AnyProtocol, Protocol } from './protocols.ts';
import { SSLProtocolTransport } from './ssl-transport.ts';
import { type TlsCarrier, type Transport, WRITES_BEFORE_WARNING } from './transports.ts';

export interface SSLProtocolKeywords {
  readonly server_side?: boolean;
  /** The name to verify and to ask for; `''` for none. */
  readonly server_hostname?: string | null;
  /** Whether the program's protocol is yet to be told of the connection; not so where TLS is put on one. */
  readonly call_connection_made?: boolean;
  /** Seconds; 60 unless told otherwise. */
  readonly ssl_handshake_timeout?: number | null;
  /** Seconds; 30 unless told otherwise. */
  readonly ssl_shutdown_timeout?: number | null;
  /**
   * Whether the end of the transport counts as the end of the data although the peer has not said so.
   * @extension
   */
  readonly suppress_ragged_eofs?: boolean;
}

/** The limits that asyncio has: nginx's for the handshake, its lingering time for the close. */
const HANDSHAKE_TIMEOUT = 60;
const SHUTDOWN_TIMEOUT = 30;

type State = 'UNWRAPPED' | 'DO_HANDSHAKE' | 'WRAPPED' | 'FLUSHING' | 'SHUTDOWN';

/** Where each state goes from, other than back to UNWRAPPED. */
const BEFORE: Readonly<Partial<Record<State, State>>> = {
  DO_HANDSHAKE: 'UNWRAPPED',
  WRAPPED: 'DO_HANDSHAKE',
  FLUSHING: 'WRAPPED',
  SHUTDOWN: 'FLUSHING',
};

/** TLS as a protocol; what `create_connection()`, `create_server()` and `start_tls()` put on a transport. */
export class SSLProtocol extends Protocol {
  /** The transport that the program's protocol has. */
  readonly app_transport: SSLProtocolTransport;
  /** When the program's `pause_writing` and `resume_writing` are called. */
  readonly writing: FlowGate;
  /** When the transport underneath is paused and resumed. */
  readonly reading: FlowGate;

  readonly #loop: Loop;
  readonly #object: SSLObject;
  readonly #incoming = new MemoryBIO();
  readonly #source: Source;
  readonly #outgoing = new MemoryBIO();
  readonly #extra = new Map<string, unknown>();
  readonly #handshakeTimeout: number;
  readonly #shutdownTimeout: number;
  readonly #suppressRaggedEofs: boolean;
  #state: State = 'UNWRAPPED';
  readonly #app: AppSide;
  #transport: TlsCarrier | null = null;
  #transportFull = false;
  #eofReceived = false;
  /** Both sides have said all; a peer that does not wait for our close_notify loses nothing by it. */
  #parted = false;
  /** What the program has written before the handshake was over. */
  #backlog: Uint8Array[] = [];
  #backlogSize = 0;
  #waiter: Future | null;
  #timer: Handle | null = null;
  #lateWrites = 0;

  constructor(
    loop: Loop,
    app_protocol: AnyProtocol,
    sslcontext: SSLContext | null,
    waiter: Future | null,
    keywords: SSLProtocolKeywords = {},
  ) {
    super();
    const { server_side = false, server_hostname = null, call_connection_made = true } = keywords;
    this.#handshakeTimeout = seconds(
      'ssl_handshake_timeout',
      keywords.ssl_handshake_timeout,
      HANDSHAKE_TIMEOUT,
    );
    this.#shutdownTimeout = seconds('ssl_shutdown_timeout', keywords.ssl_shutdown_timeout, SHUTDOWN_TIMEOUT);
    this.#suppressRaggedEofs = keywords.suppress_ragged_eofs ?? true;
    const context = sslcontext ?? defaultContext(server_side, server_hostname);
    const name = server_side || server_hostname === '' ? null : server_hostname;
    this.#object = context.wrap_bio(this.#incoming, this.#outgoing, server_side, name);
    this.#source = { object: this.#object, incoming: this.#incoming };
    this.#extra.set('sslcontext', context);
    this.#loop = loop;
    this.#app = new AppSide(app_protocol, !call_connection_made);
    this.#waiter = waiter;
    this.writing = new FlowGate(
      waterMarks(null, null, SSL_WRITE_HIGH_WATER),
      () => this.#tellApp('pause_writing'),
      () => this.#tellApp('resume_writing'),
    );
    this.reading = new FlowGate(
      waterMarks(null, null, SSL_READ_HIGH_WATER),
      () => this.#transport?.pause_reading(),
      () => this.#transport?.resume_reading(),
    );
    this.app_transport = new SSLProtocolTransport(this);
  }

  // What the transport underneath calls.

  override connection_made(transport: Transport): void {
    this.#transport = transport as TlsCarrier;
    this.#setState('DO_HANDSHAKE');
    this.#startTimer(this.#handshakeTimeout, () => {
      const limit = `SSL handshake is taking longer than ${this.#handshakeTimeout} seconds`;
      this.#fail(new ConnectionAbortedError(`${limit}: aborting the connection`));
    });
    this.#shakeHands();
  }

  override data_received(data: Uint8Array): void {
    this.#incoming.write(data);
    this.#goOn();
  }

  override eof_received(): boolean {
    this.#eofReceived = true;
    if (!this.#suppressRaggedEofs) this.#incoming.write_eof();
    if (this.#state === 'DO_HANDSHAKE') this.#handshakeFailed(new ConnectionResetError());
    else if (this.#state === 'WRAPPED') {
      this.#setState('FLUSHING');
      if (!this.#app.paused) this.#flush();
    } else if (this.#state === 'SHUTDOWN') this.#shutdown();
    // The program has more to read, in its own time; the transport is closed when it has.
    return this.#state === 'FLUSHING';
  }

  override connection_lost(exc: Error | null): void {
    this.#stopTimer();
    this.#backlog = [];
    this.#backlogSize = 0;
    this.#outgoing.read();
    this.app_transport.mark_closed();
    this.#setState('UNWRAPPED');
    this.#transport = null;
    const reason = this.#parted ? null : exc;
    this.#loop.call_soon(() => this.#attempt(() => this.#app.connectionLost(reason)));
    this.#wakeWaiter(exc ?? new ConnectionAbortedError('SSL handshake was given up'));
  }

  override pause_writing(): void {
    this.#transportFull = true;
  }

  override resume_writing(): void {
    this.#transportFull = false;
    this.#processOutgoing();
  }

  // What the program's transport calls.

  get app_protocol(): AnyProtocol | null {
    return this.#app.protocol;
  }
  set app_protocol(protocol: AnyProtocol) {
    this.#app.protocol = protocol;
  }

  get_extra_info(name: string, fallback: unknown): unknown {
    if (this.#extra.has(name)) return this.#extra.get(name);
    return this.#transport === null ? fallback : this.#transport.get_extra_info(name, fallback);
  }

  /** How much the program has written that the transport underneath has not taken. */
  get write_buffer_size(): number {
    return this.#outgoing.pending + this.#backlogSize;
  }

  /** How much has been received that is still encrypted. */
  get read_buffer_size(): number {
    return this.#incoming.pending;
  }

  get app_reading_paused(): boolean {
    return this.#app.paused;
  }

  pause_reading(): void {
    this.#app.paused = true;
  }

  resume_reading(): void {
    if (!this.#app.paused) return;
    this.#app.paused = false;
    this.#loop.call_soon(() => this.#goOn());
  }

  write_appdata(list_of_data: Iterable<Uint8Array>): void {
    if (this.#state !== 'DO_HANDSHAKE' && this.#state !== 'WRAPPED') {
      this.#countLateWrite();
      return;
    }
    for (const data of list_of_data) {
      this.#backlog.push(data);
      this.#backlogSize += data.length;
    }
    if (this.#state === 'WRAPPED') this.#attempt(() => this.#write());
    else this.writing.update(this.write_buffer_size);
  }

  /** Closes in good order: everything is sent, close_notify exchanged, then the transport underneath is closed. */
  close(): void {
    this.#app.discarding = true;
    if (this.#state === 'DO_HANDSHAKE') this.abort(null);
    else if (this.#state === 'WRAPPED') this.#startShutdown();
    else if (this.#state === 'FLUSHING') this.#flush();
  }

  abort(exc: Error | null): void {
    this.#stopTimer();
    this.#setState('UNWRAPPED');
    this.#transport?._force_close(exc);
  }

  // The handshake.

  #shakeHands(): void {
    try {
      this.#object.do_handshake();
      this.#extra.set('peercert', this.#object.getpeercert());
    } catch (error) {
      if (isAgain(error)) this.#processOutgoing();
      else this.#handshakeFailed(error);
      return;
    }
    this.#stopTimer();
    this.#setState('WRAPPED');
    this.#extra.set('cipher', this.#object.cipher());
    this.#extra.set('compression', this.#object.compression());
    this.#extra.set('ssl_object', this.#object);
    this.#app.connectionMade(this.app_transport);
    this.#attempt(() => this.#write());
    // Who waits for the transport, of `start_tls` perhaps, has it before the first data comes.
    this.#wakeWaiter(null);
    this.#loop.call_soon(() => this.#goOn());
  }

  #handshakeFailed(error: unknown): void {
    this.#stopTimer();
    this.#setState('UNWRAPPED');
    this.#fail(error);
    this.#wakeWaiter(error as Error);
  }

  #wakeWaiter(error: Error | null): void {
    if (error === null) this.#waiter?.set_result();
    else this.#waiter?.set_exception(error);
    this.#waiter = null;
  }

  // The shutdown.

  #startShutdown(): void {
    if (this.#state !== 'WRAPPED') return;
    this.app_transport.mark_closed();
    this.#setState('FLUSHING');
    this.#startTimer(this.#shutdownTimeout, () => this.abort(new TimeoutError('SSL shutdown timed out')));
    this.#flush();
  }

  #flush(): void {
    const reading = this.#read();
    // There is more than one buffer's worth, or the read has found an error.
    if (reading === 'full' || this.#state !== 'FLUSHING') return;
    this.#setState('SHUTDOWN');
    this.#shutdown();
  }

  #shutdown(): void {
    const transport = this.#transport;
    const sent =
      transport !== null &&
      !transport.is_closing() &&
      this.write_buffer_size + transport.get_write_buffer_size() === 0;
    try {
      // Where the transport has ended there is nobody left to say goodbye to.
      if (!this.#eofReceived) {
        discard(this.#source);
        this.#object.unwrap();
      }
    } catch (error) {
      if (isAgain(error)) this.#processOutgoing();
      else this.#fail(error);
      return;
    }
    this.#stopTimer();
    this.#parted = sent;
    this.#attempt(() => this.#app.eofReceived());
    this.#sendAllOutgoing();
    this.#setState('UNWRAPPED');
    this.#loop.call_soon(() => transport?.close());
  }

  // Incoming.

  /** Goes on with whatever the state waits for. */
  #goOn(): void {
    if (this.#state === 'DO_HANDSHAKE') this.#shakeHands();
    else if (this.#state === 'WRAPPED') this.#read();
    else if (this.#state === 'SHUTDOWN') this.#shutdown();
    else if (this.#state === 'FLUSHING' && !this.#app.paused) this.#flush();
  }

  #read(): Reading | undefined {
    return this.#attempt(() => {
      const reading = this.#app.read(this.#source);
      if (reading === 'closed') {
        this.#app.eofReceived();
        this.#startShutdown();
      }
      if (reading === 'full') this.#loop.call_soon(() => this.#goOn());
      this.#processOutgoing();
      this.reading.update(this.read_buffer_size);
      return reading;
    });
  }

  // Outgoing.

  #write(): void {
    for (const data of this.#backlog.splice(0)) this.#object.write(data);
    this.#backlogSize = 0;
    this.#processOutgoing();
  }

  #processOutgoing(): void {
    if (!this.#transportFull) this.#sendAllOutgoing();
    this.writing.update(this.write_buffer_size);
  }

  #sendAllOutgoing(): void {
    if (this.#outgoing.pending > 0) this.#transport?.write(this.#outgoing.read());
  }

  #countLateWrite(): void {
    this.#lateWrites += 1;
    if (this.#lateWrites === WRITES_BEFORE_WARNING) {
      process.emitWarning('SSL connection is closed', { type: 'asyncio' });
    }
  }

  /** Flow control is advice: that it fails does not end the connection. */
  #tellApp(what: 'pause_writing' | 'resume_writing'): void {
    try {
      this.#app.protocol?.[what]();
    } catch (exception) {
      this.#report(`protocol.${what}() failed`, exception);
    }
  }

  // Failures, states, time.

  #attempt<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** Ends the connection; the alert goes first, if there is one. */
  #fail(error: unknown): void {
    if (!(error instanceof OSError)) this.#report('Fatal error on SSL protocol', error);
    this.#sendAllOutgoing();
    this.abort(error instanceof Error ? error : new RuntimeError(String(error)));
  }

  #report(message: string, exception: unknown): void {
    const transport = this.app_transport;
    this.#loop.call_exception_handler({ message, exception, transport, protocol: this });
  }

  #setState(state: State): void {
    if (state !== 'UNWRAPPED' && this.#state !== BEFORE[state]) {
      throw new RuntimeError(`cannot switch state from ${this.#state} to ${state}`);
    }
    this.#state = state;
  }

  #startTimer(delay: number, callback: () => void): void {
    this.#timer = this.#loop.call_later(delay, callback);
  }

  #stopTimer(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}

function seconds(name: string, value: number | null | undefined, fallback: number): number {
  if (value === null || value === undefined) return fallback;
  if (!(value > 0)) throw new ValueError(`${name} should be a positive number, got ${value}`);
  return value;
}

/** What `ssl: true` means. */
function defaultContext(serverSide: boolean, serverHostname: string | null): SSLContext {
  if (serverSide) throw new ValueError('Server side SSL needs a valid SSLContext');
  const context = create_default_context();
  if (serverHostname === null || serverHostname === '') context.check_hostname = false;
  return context;
}
