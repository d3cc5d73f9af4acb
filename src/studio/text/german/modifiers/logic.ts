/** Fragen und Entscheidungen. */
export const logic = {
  g_default: {
    label: 'Standardwert',
    description: 'Ein anderer Wert anstelle von nichts oder einem leeren Text.',
  },
  g_condition: {
    label: 'Wenn, dann, sonst',
    description:
      'Ein Wert, wenn etwas wahr ist, sonst ein anderer: nichts, Leeres, 0 und falsch sind nicht wahr.',
  },
  g_lookup: {
    label: 'Nachschlagen',
    description:
      'Was ein Objekt für einen Wert als Schlüssel enthält; etwas anderes, wenn es nichts enthält.',
  },
  g_equals: {
    label: 'Ist',
    description: 'Wahr, wenn ein Wert ein bestimmter ist; 5 und der Text 5 sind dasselbe.',
  },
  g_notEquals: { label: 'Ist nicht', description: 'Wahr, wenn ein Wert kein bestimmter ist.' },
  g_greaterThan: {
    label: 'Größer als',
    description:
      'Wahr, wenn eine Zahl größer, ein Datum später oder ein Text im Wörterbuch weiter hinten ist als ein anderer Wert.',
  },
  g_greaterOrEqual: {
    label: 'Mindestens',
    description: 'Wahr, wenn eine Zahl, ein Datum oder ein Text nicht kleiner ist als ein anderer Wert.',
  },
  g_lessThan: {
    label: 'Kleiner als',
    description:
      'Wahr, wenn eine Zahl kleiner, ein Datum früher oder ein Text im Wörterbuch weiter vorn ist als ein anderer Wert.',
  },
  g_lessOrEqual: {
    label: 'Höchstens',
    description: 'Wahr, wenn eine Zahl, ein Datum oder ein Text nicht größer ist als ein anderer Wert.',
  },
  g_between: {
    label: 'Zwischen',
    description: 'Wahr, wenn eine Zahl nicht unter einer kleinsten und nicht über einer größten liegt.',
  },
  g_contains: {
    label: 'Enthält',
    description:
      'Wahr, wenn ein Text einen Text, eine Liste ein Element oder ein Objekt einen Schlüssel enthält.',
  },
  g_isEmpty: {
    label: 'Ist leer',
    description: 'Wahr für nichts, einen leeren Text, eine leere Liste und ein leeres Objekt.',
  },
  g_isNotEmpty: {
    label: 'Ist nicht leer',
    description:
      'Wahr für alles außer nichts, einem leeren Text, einer leeren Liste und einem leeren Objekt.',
  },
  g_not: { label: 'Nicht', description: 'Falsch, wenn etwas wahr ist, sonst wahr.' },
  g_typeOf: {
    label: 'Typ',
    description: 'Was ein Wert ist: string, number, boolean, array, object oder null.',
  },
} as const;
