/** Where the contract of an event has its screen. */
export function pathOfEvent(event: string): string {
  return `/events/${encodeURIComponent(event)}`;
}

/**
 * The event that an address names. It is read from the address itself: a router that decodes it before it is split
 * cannot tell a slash in a name from one between two.
 */
export function eventOfPath(pathname: string): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // A percent sign that begins no escape stands for itself.
    return last;
  }
}
