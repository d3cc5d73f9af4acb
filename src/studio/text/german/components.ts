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

const conditionFields = {
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
    tooltip: 'Ein Muster von RE2 (kein (?=…), kein \\1); mit Optionen als /Muster/i.',
  },
};

const correlationId = {
  label: 'Korrelations-ID',
  tooltip: 'Nachrichten mit derselben gehören zusammen. Leer: die derselben Liste.',
};

const timezone = {
  label: 'Zeitzone',
  tooltip:
    'Wessen Uhren gelten. Eine Zeit, die sie auslassen, kommt im nächsten Augenblick; eine, die zweimal kommt, zählt einmal.',
};

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
    description: 'Verzweigen Sie, gehen Sie Listen durch, führen Sie Zweige zusammen und setzen Sie Werte.',
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
            'Ein Pfad in die Ereignisdaten, zum Beispiel customer.id. Ereignisse mit demselben Wert laufen nacheinander, in der Reihenfolge ihrer Ankunft, auch wenn ein früheres eine Zeit lang wartet.',
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
        fields: conditionFields,
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
  'appmixer.utils.controls.OnError': {
    label: 'Bei Fehler',
    description: 'Startet einen Lauf, wenn ein anderer Lauf dieses Flows fehlgeschlagen ist.',
    ...outPort(
      'Fehler',
      'Komponente',
      'Typ der Komponente',
      'Korrelations-ID des fehlgeschlagenen Laufs',
      'Flow',
      'Name des Flows',
      'Zeitpunkt',
    ),
  },
  'appmixer.utils.controls.Switch5': {
    label: 'Weiche',
    description:
      'Schickt den Lauf den ersten von fünf Wegen, dessen Bedingungen erfüllt sind, sonst den letzten Weg.',
    ...inPort(
      Object.fromEntries(
        [1, 2, 3, 4, 5].map((way) => [
          `expression${way}`,
          {
            label: `Bedingungen des ${way}. Wegs`,
            tooltip:
              'Es gilt der erste Weg, dessen Bedingungen erfüllt sind; ein Weg ohne Bedingung zählt nicht.',
            fields: conditionFields,
          },
        ]),
      ),
    ),
  },
  'appmixer.utils.controls.Each': {
    label: 'Für jedes Element',
    description: 'Geht eine Liste durch: Was auf „item“ folgt, läuft einmal je Element.',
    ...inPort({
      list: {
        label: 'Liste',
        tooltip: 'Eine Liste aus einem früheren Schritt, oder eine als JSON wie ["a", "b"].',
      },
    }),
    'outPorts[0]': options('Index', 'Wert', 'Anzahl', 'Korrelations-ID'),
    'outPorts[1]': options('Anzahl', 'Korrelations-ID'),
    outputs: {
      item: { index: 'Index', value: 'Wert', count: 'Anzahl', correlationId: 'Korrelations-ID' },
      done: { count: 'Anzahl', correlationId: 'Korrelations-ID' },
    },
  },
  'appmixer.utils.controls.Join': {
    label: 'Zusammenführen',
    description:
      'Wartet, bis von jeder verbundenen Komponente eine Nachricht gekommen ist, und geht dann einmal weiter.',
    ...fields({
      timeout: {
        label: 'Höchstens warten',
        tooltip:
          'Zum Beispiel 10m oder 2h ab der ersten Nachricht. Danach geht der Lauf bei „timeout“ weiter. Leer: solange der Lauf dauert.',
        placeholder: '10m',
      },
    }),
    'outPorts[1]': options('Erwartet', 'Angekommen'),
  },
  'appmixer.utils.controls.JoinEach': {
    label: 'Elemente sammeln',
    description: 'Sammelt, was aus den Elementen einer Liste wurde, wieder in einer Liste.',
    ...inPort({
      item: {
        label: 'Element',
        tooltip: 'Was von jeder Nachricht gesammelt wird. Leer: die Nachricht, wie sie kommt.',
      },
      correlationId,
    }),
    'inPorts[1]': {
      inspector: {
        inputs: {
          count: {
            label: 'Anzahl',
            tooltip:
              'Auf wie viele Elemente gewartet wird: die Anzahl von „Für jedes Element“, aus dessen Ausgang „done“.',
          },
          timeout: {
            label: 'Höchstens warten',
            tooltip:
              'Zum Beispiel 10m oder 2h ab der Anzahl. Danach geht der Lauf bei „timeout“ mit dem weiter, was gekommen ist. Leer: solange der Lauf dauert.',
            placeholder: '10m',
          },
          correlationId,
        },
      },
    },
    'outPorts[0]': options('Elemente'),
    'outPorts[1]': options('Elemente', 'Anzahl', 'Angekommen'),
    outputs: {
      out: { items: 'Elemente' },
      timeout: { items: 'Elemente', count: 'Anzahl', arrived: 'Angekommen' },
    },
  },
  'appmixer.utils.controls.StopFlow': {
    label: 'Flow anhalten',
    description: 'Beendet diesen Lauf, bricht die anderen Läufe des Flows ab und hält den Flow an.',
  },
  'appmixer.utils.timers': {
    label: 'Zeit',
    description: 'Starten Sie Flows nach der Uhr, und lassen Sie einen Lauf warten.',
    categoryLabel,
  },
  'appmixer.utils.timers.Timer': {
    label: 'Zeitgeber',
    description: 'Startet den Flow immer wieder, jeweils nach derselben Zahl von Minuten.',
    ...outPort('Jetzt', 'Letztes Mal', 'Millisekunden seither'),
    ...fields({
      interval: {
        label: 'Minuten dazwischen',
        tooltip: 'Das erste Mal kommt gleich mit dem Start des Flows, das zweite so lange danach.',
      },
    }),
  },
  'appmixer.utils.timers.Scheduler': {
    label: 'Cron-Zeitplan',
    description: 'Startet den Flow nach einem Cron-Muster, auf den Uhren einer Zeitzone.',
    ...outPort('Jetzt', 'Voriger Zeitpunkt', 'Nächster Zeitpunkt'),
    ...fields({
      minute: {
        label: 'Minute',
        tooltip: 'Eine Zahl, mehrere wie 0,30, ein Bereich wie 0-15, jede fünfte mit */5 oder * für jede.',
      },
      hour: { label: 'Stunde', tooltip: '0 bis 23' },
      dayMonth: {
        label: 'Tag des Monats',
        tooltip: '1 bis 31 oder L für den letzten. Ist auch ein Wochentag gesetzt, genügt eines von beiden.',
      },
      dayWeek: {
        label: 'Wochentag',
        tooltip: '0 bis 6 ab Sonntag oder SUN bis SAT, zum Beispiel MON-FRI',
      },
      timezone,
      immediate: { label: 'Auch beim Start des Flows' },
    }),
  },
  'appmixer.utils.timers.SchedulerTrigger': {
    label: 'Zeitplan',
    description: 'Startet den Flow zu festen Zeiten: an Tagen der Woche oder des Monats oder in Abständen.',
    ...outPort('Nächster Zeitpunkt (UTC)', 'Nächster Zeitpunkt (örtlich)', 'Zeitzone', 'Voriger Zeitpunkt'),
    ...fields({
      scheduleType: {
        label: 'Wiederholung',
        ...options('An Wochentagen', 'An Tagen des Monats', 'In Abständen'),
      },
      daysOfWeek: {
        label: 'Wochentage',
        ...options('Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'),
      },
      daysOfMonth: {
        label: 'Tage des Monats',
        tooltip: 'Ein Monat, der für einen Tag zu kurz ist, lässt ihn aus.',
        'options[31]': { label: 'Letzter Tag' },
      },
      customInterval: { label: 'Alle' },
      customIntervalUnit: {
        label: 'Einheit',
        ...options('Minuten', 'Stunden', 'Tage', 'Wochen', 'Monate'),
      },
      time: {
        label: 'Uhrzeit',
        tooltip:
          'Stunde und Minute, zum Beispiel 09:30. Minuten und Stunden zählen stattdessen ab dem Beginn.',
        placeholder: '09:30',
      },
      start: { label: 'Von', tooltip: 'Leer: ab dem Start des Flows.' },
      end: { label: 'Bis' },
      timezone,
    }),
  },
  'appmixer.utils.timers.Wait': {
    label: 'Warten',
    description:
      'Hält den Lauf eine Zeit lang oder bis zu einem Zeitpunkt an; dann geht er mit denselben Daten weiter.',
    ...inPort({
      interval: {
        label: 'Wie lange',
        tooltip:
          'Zum Beispiel 30s, 5m, 1h 30m oder 2 days. Das Warten übersteht Neustarts. Ein Test des Flows wartet nicht: Er vermerkt die Zeit und geht weiter.',
        placeholder: '1h 30m',
      },
      until: {
        label: 'Oder bis',
        tooltip: 'Ein Zeitpunkt, der vorbei ist, hält den Lauf nicht an.',
      },
    }),
  },
};
