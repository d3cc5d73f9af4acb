import { fields, inPort, options, outPort, type ComponentTexts } from './component-shapes.ts';

const advanced = { label: 'Erweitert' };
const transformation = { label: 'Umwandlung' };
const url = { label: 'URL', placeholder: 'https://api.example.com/contacts' };
const headers = { label: 'Header', tooltip: 'Ein JSON-Objekt, zum Beispiel {"Authorization": "Bearer …"}.' };
const responseEncoding = {
  label: 'Kodierung der Antwort',
  tooltip: 'Wie aus den Bytes der Antwort Text wird. Nehmen Sie base64 für Bilder und andere Dateien.',
};
const reply = outPort('Inhalt', 'Header', 'Anfrage', 'Statuscode');
const groups = { advanced, transformation };

/** The fields of a row that holds a value of one of these types. */
function valueRow(types: Record<string, string>): ComponentTexts {
  const values = Object.keys(types).map((type) => [type, { label: 'Wert' }]);
  return {
    name: { label: 'Name' },
    type: { label: 'Typ', ...options(...Object.values(types)) },
    ...Object.fromEntries(values),
  };
}

const otherTypes = {
  number: 'Zahl',
  'date-time': 'Datum und Uhrzeit',
  toggle: 'Wahr oder falsch',
  filepicker: 'Datei',
};
const rowTypes = { text: 'Text', ...otherTypes };

const bodyInputs = {
  bodyType: { label: 'Art des Inhalts', ...options('JSON', 'Reiner Text', 'Formulardaten', 'Binär') },
  bodyJson: {
    label: 'JSON-Inhalt',
    tooltip:
      'Variablen behalten ihren Typ und werden an ihrer Stelle kodiert, der Inhalt ist daher immer gültiges JSON.',
  },
  body: {
    label: 'Inhalt',
    tooltip: 'Wird so gesendet, wie er dasteht. Text, der JSON ist, wird als JSON gesendet.',
  },
  bodyFormData: { label: 'Formulardaten', fields: valueRow(rowTypes) },
  fileId: {
    label: 'Datei',
    tooltip: 'Wird so gesendet, wie sie ist, mit ihrer Inhaltsart, außer die Header nennen eine andere.',
  },
  bodyBase64: {
    label: 'Base64-Daten',
    tooltip:
      'Die Bytes, die gesendet werden, wenn keine Datei gewählt ist, als Base64-Text oder als Data-URI.',
  },
  bodyBase64Encode: {
    label: 'Inhalt als Base64 kodieren',
    tooltip: 'Sendet statt des Inhalts dessen Base64-Text.',
  },
};

function bodyVerb(label: string, description: string): ComponentTexts {
  return {
    label,
    description,
    ...inPort({ url, ...bodyInputs, headers, responseEncoding }, groups),
    ...reply,
  };
}

const categoryLabel = 'Hilfsmittel';

/** Components by type and modules by name, as their manifests are built. */
export const components: Record<string, ComponentTexts> = {
  'appmixer.utils.appevents': {
    label: 'App-Ereignisse',
    description: 'Starten Sie einen Flow mit den Ereignissen, die Ihre Anwendung sendet.',
    categoryLabel,
  },
  'appmixer.utils.http': {
    label: 'HTTP',
    description: 'Nehmen Sie Aufrufe über HTTP an und rufen Sie jeden Webdienst auf.',
    categoryLabel,
  },
  'appmixer.utils.controls': {
    label: 'Steuerung',
    description: 'Verzweigen Sie, setzen Sie Werte und bestimmen Sie, wann ein Flow beginnt.',
    categoryLabel,
  },
  'appmixer.utils.appevents.OnAppEvent': {
    label: 'App-Ereignis',
    description:
      'Startet den Flow, wenn Ihre Anwendung dieses Ereignis für den Benutzer sendet, der ihn ausführt.',
    outputs: { out: { data: 'Daten' } },
    ...fields(
      {
        event: {
          label: 'Name des Ereignisses',
          tooltip:
            'Der Name, den Ihre Anwendung sendet, zum Beispiel contact-created. Groß- und Kleinschreibung zählt.',
          placeholder: 'contact-created',
        },
        eventDataExample: {
          label: 'Beispiel der Ereignisdaten',
          tooltip:
            'Fügen Sie das JSON ein, das Ihre Anwendung sendet. Seine Felder werden in den folgenden Schritten zu Variablen.',
        },
        orderBy: {
          label: 'Reihenfolge wahren nach',
          tooltip:
            'Ein Pfad in die Ereignisdaten, zum Beispiel customer.id. Ereignisse mit demselben Wert laufen nacheinander, in der Reihenfolge ihrer Ankunft.',
          placeholder: 'customer.id',
        },
      },
      { advanced },
    ),
  },
  'appmixer.utils.http.WebhookTrigger': {
    label: 'Webhook',
    description: 'Startet den Flow, wenn seine eigene URL aufgerufen wird.',
    ...fields({
      url: {
        label: 'Webhook-URL',
        tooltip: 'Jeder Flow hat seine eigene URL, ebenso jede aktivierte Integration.',
      },
      immediateResponse: {
        label: 'Sofort antworten',
        tooltip: 'Schalten Sie das aus, damit ein Schritt „Antwort“ des Flows dem Aufrufer antwortet.',
      },
    }),
    ...outPort('Methode', 'Daten', 'Abfrage', 'Header'),
  },
  'appmixer.utils.http.Get': {
    label: 'HTTP Get',
    description: 'Liest Daten von einer URL.',
    ...inPort(
      {
        url,
        body: {
          label: 'Abfrage',
          tooltip: 'Ein JSON-Objekt oder Text wie page=2&size=50. Beides wird an die URL gehängt.',
        },
        headers,
        responseEncoding,
      },
      groups,
    ),
    ...reply,
  },
  'appmixer.utils.http.Post': bodyVerb('HTTP Post', 'Sendet Daten an eine URL.'),
  'appmixer.utils.http.Put': bodyVerb('HTTP Put', 'Ersetzt die Daten an einer URL.'),
  'appmixer.utils.http.Patch': bodyVerb('HTTP Patch', 'Ändert einen Teil der Daten an einer URL.'),
  'appmixer.utils.http.Delete': bodyVerb('HTTP Delete', 'Löscht, was eine URL benennt.'),
  'appmixer.utils.http.Response': {
    label: 'Antwort',
    description: 'Antwortet auf den Aufruf, der diesen Lauf durch einen Webhook begonnen hat.',
    ...inPort({
      body: { label: 'Inhalt', tooltip: 'Text, der JSON ist, wird als JSON geantwortet.' },
      statusCode: { label: 'Statuscode' },
      headers: {
        label: 'Header',
        tooltip: 'Ein JSON-Objekt, zum Beispiel {"Cache-Control": "no-store"}.',
      },
    }),
  },
  'appmixer.utils.controls.OnStart': {
    label: 'Beim Start',
    description: 'Läuft einmal bei jedem Start des Flows.',
    ...outPort('Gestartet'),
  },
  'appmixer.utils.controls.Condition': {
    label: 'Bedingung',
    description: 'Schickt den Lauf den einen Weg, wenn die Bedingungen erfüllt sind, sonst den anderen.',
    ...inPort({
      expression: {
        label: 'Bedingungen',
        tooltip: 'Ohne Bedingung geht der Lauf bei „false“ weiter.',
        fields: {
          input: { label: 'Eingabe' },
          operator: {
            label: 'Operator',
            ...options(
              'ist gleich',
              'ist nicht gleich',
              'ist größer als',
              'ist größer als oder gleich',
              'ist kleiner als',
              'ist kleiner als oder gleich',
              'ist teilbar durch',
              'ist leer',
              'ist nicht leer',
              'enthält',
              'liegt im Bereich',
              'passt zum regulären Ausdruck',
            ),
          },
          value: {
            label: 'Wert',
            tooltip: 'Zahlen und Texte werden nach ihrem Inhalt verglichen: 5 ist gleich "5".',
          },
          divisor: { label: 'Teiler' },
          rangeMin: { label: 'Von' },
          rangeMax: { label: 'Bis' },
          exclusiveMin: { label: 'Untere Grenze ausschließen' },
          exclusiveMax: { label: 'Obere Grenze ausschließen' },
          regex: {
            label: 'Regulärer Ausdruck',
            placeholder: '^order-\\d+$',
            tooltip: 'Ein Muster von JavaScript; mit Optionen als /Muster/i.',
          },
        },
      },
    }),
  },
  'appmixer.utils.controls.SetVariable': {
    label: 'Variable setzen',
    description: 'Macht eigene Variablen, aus festen Werten oder aus denen früherer Schritte.',
    ...inPort({
      variables: {
        label: 'Variablen',
        tooltip: 'Jede kann in den folgenden Schritten mit ihrem Namen verwendet werden.',
        fields: valueRow({ text: 'Text', textarea: 'Langer Text', ...otherTypes }),
      },
    }),
  },
};
