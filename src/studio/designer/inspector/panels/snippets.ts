/** What stands for the parts that only the reader knows. */
const tokenPlaceholder = 'ACCESS_TOKEN';
const eventPlaceholder = 'event-name';

export type EventCall = {
  /** As the author wrote it; empty when not named yet. */
  event: string;
  /** JSON text, as its author laid it out. */
  data: string;
  /** Where the API answers, e.g. `https://flows.example.com`. */
  origin: string;
};

/** The line that sends this event with the JavaScript SDK. */
export function sdkSnippet({ event, data }: EventCall): string {
  const name = JSON.stringify(event || eventPlaceholder)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `appmixer.api.sendAppEvent('${name}', ${data});`;
}

/** The command that sends this event over HTTP. */
export function curlSnippet({ event, data, origin }: EventCall): string {
  const url = `${origin}/plugins/appmixer/utils/appevents/events/${encodeURIComponent(event || eventPlaceholder)}`;
  return [
    `curl -X POST '${url.replaceAll("'", '%27')}'`,
    `  -H 'Content-Type: application/json'`,
    `  -H 'Authorization: Bearer ${tokenPlaceholder}'`,
    `  -d '${data.replaceAll("'", String.raw`'\''`)}'`,
  ].join(' \\\n');
}
