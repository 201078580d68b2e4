/** One message of an event stream. */
export interface StreamMessage {
  readonly name: string;
  /** As sent: JSON, for all that our server sends. */
  readonly data: string;
  /** The last id that came, with this message or before it; null before the first. */
  readonly id: string | null;
}

/**
 * Reads an event stream as it comes, in pieces cut anywhere (HTML Living Standard, 9.2.6, without `retry`, which nobody here
 * sends). Answers the function that takes the next piece and gives the messages that it completes. Comments and unknown
 * fields are passed over.
 */
export function createMessageReader(): (piece: string) => StreamMessage[] {
  let rest = '';
  let id: string | null = null;
  let name = '';
  let data: string[] = [];

  function readLine(line: string): StreamMessage | null {
    if (line === '') {
      const message = data.length === 0 ? null : { name: name || 'message', data: data.join('\n'), id };
      name = '';
      data = [];
      return message;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
    return null;
  }

  return (piece) => {
    // A line end may be CR, LF or both; a CR at the very end may still get its LF.
    const text = rest + piece;
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? '') + text.slice(whole.length);
    return lines.map(readLine).filter((message) => message !== null);
  };
}
