/**
 * Writes variable paths in a message the way people know them: `$.<id>.out.data.no` becomes
 * "On App Event › data.no". Ids without a label stay as they are.
 */
export function nameComponents(message: string, labels: ReadonlyMap<string, string>): string {
  return message.replaceAll(/\$\.([\w-]+)\.[\w-]+\.?/g, (path, id: string) => {
    const label = labels.get(id);
    if (!label) return path;
    return path.endsWith('.') ? `${label} › ` : label;
  });
}
