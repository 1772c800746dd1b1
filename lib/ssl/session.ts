/** A session that a connection can be resumed from. Connections of this version give none out, so there are none. */
export class SSLSession {
  constructor() {
    throw new TypeError("cannot create '_ssl.SSLSession' instances");
  }
}
