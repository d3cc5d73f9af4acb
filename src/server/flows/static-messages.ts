type Messages = Record<string, { content: Record<string, unknown> }>;

/**
 * The messages of a static call by in port. They come as `{"in": {"list": […]}}` or with the path in the key,
 * `{"in/list": […]}`; of anything else there is no in port to hand it to.
 */
export function staticMessages(given: Record<string, unknown>): Messages {
  const ports = new Map<string, Record<string, unknown>>();
  const add = (port: string, fields: Record<string, unknown>) =>
    ports.set(port, { ...ports.get(port), ...fields });
  for (const [key, value] of Object.entries(given)) {
    const slash = key.indexOf('/');
    if (slash > 0) add(key.slice(0, slash), { [key.slice(slash + 1)]: value });
    else if (typeof value === 'object' && value !== null) add(key, { ...value });
  }
  return Object.fromEntries([...ports].map(([port, content]) => [port, { content }]));
}
