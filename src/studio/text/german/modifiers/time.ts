/** Datum und Uhrzeit. */
export const time = {
  g_now: { label: 'Jetzt', description: 'Die aktuelle Zeit in UTC als Text nach ISO 8601.' },
  g_timestamp: {
    label: 'Zeitstempel',
    description: 'Die aktuelle Zeit in Millisekunden seit dem 1. Januar 1970 UTC.',
  },
  g_formatDate: {
    label: 'Datum formatieren',
    description:
      'Ein Datum als Text in einem Format wie DD.MM.YYYY HH:mm in einer Zeitzone; [Text in Klammern] bleibt, wie er ist.',
  },
  g_parseDate: {
    label: 'Datum lesen',
    description:
      'Der Zeitpunkt, den ein Text in einem Format wie DD.MM.YYYY HH:mm nennt, als Text nach ISO 8601 in UTC.',
  },
  g_addTimeSpan: {
    label: 'Zeit hinzufügen',
    description:
      'Ein Datum, das so viel später liegt; Tage und mehr richten sich nach dem Kalender der Zeitzone.',
  },
  g_subtractTimeSpan: {
    label: 'Zeit abziehen',
    description:
      'Ein Datum, das so viel früher liegt; Tage und mehr richten sich nach dem Kalender der Zeitzone.',
  },
  g_startOf: {
    label: 'Anfang von',
    description:
      'Der erste Augenblick des Tages, der Woche (ab Montag), des Monats …, in den ein Datum fällt, in einer Zeitzone.',
  },
  g_endOf: {
    label: 'Ende von',
    description:
      'Der letzte Augenblick des Tages, der Woche (bis Sonntag), des Monats …, in den ein Datum fällt, in einer Zeitzone.',
  },
  g_toTimeZone: {
    label: 'In Zeitzone',
    description: 'Ein Datum als Text nach ISO 8601 mit der Abweichung einer Zeitzone von UTC.',
  },
  g_toTimestamp: { label: 'In Zeitstempel', description: 'Ein Datum in Millisekunden seit 1970.' },
  g_toUnixTime: { label: 'In Unix-Zeit', description: 'Ein Datum in ganzen Sekunden seit 1970.' },
  g_fromTimestamp: {
    label: 'Aus Zeitstempel',
    description:
      'Das Datum, das eine Anzahl von Sekunden oder Millisekunden seit 1970 nennt, als Text nach ISO 8601 in UTC.',
  },
  g_datePart: {
    label: 'Teil des Datums',
    description: 'Ein Teil eines Datums als Zahl: Jahr, Woche, Stunde …, in einer Zeitzone.',
  },
  g_dateDiff: {
    label: 'Zeit bis',
    description:
      'Wie viele ganze Tage, Monate … es von einem Datum bis zu einem anderen sind; negativ, wenn dieses früher liegt.',
  },
  g_timeSince: {
    label: 'Zeit seit',
    description:
      'Wie viele ganze Tage, Monate … seit einem Datum vergangen sind; negativ, wenn es noch kommt.',
  },
  g_isBefore: { label: 'Liegt vor', description: 'Wahr, wenn ein Datum früher liegt als ein anderes.' },
  g_isAfter: { label: 'Liegt nach', description: 'Wahr, wenn ein Datum später liegt als ein anderes.' },
  g_isWeekend: {
    label: 'Ist Wochenende',
    description: 'Wahr, wenn ein Datum in einer Zeitzone ein Samstag oder Sonntag ist.',
  },
  g_relativeTime: {
    label: 'Relative Zeit',
    description: 'Wie weit ein Datum von jetzt entfernt ist, in Worten.',
  },
  g_formatDuration: {
    label: 'Dauer formatieren',
    description: 'Eine Anzahl von Sekunden oder Millisekunden als Stunden, Minuten und Sekunden.',
  },
} as const;
