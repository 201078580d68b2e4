/** The encoding that a label names, "latin1" as "windows-1252"; null where it names none. https://encoding.spec.whatwg.org/#names-and-labels */
export function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
