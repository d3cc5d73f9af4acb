/** Objekte. */
export const object = {
  g_get: {
    label: 'Feld',
    description:
      'Was an einem Pfad eines Objekts oder einer Liste steht; etwas anderes, wenn dort nichts ist.',
  },
  g_set: {
    label: 'Feld setzen',
    description:
      'Ein Objekt oder eine Liste mit einem Wert an einem Pfad; was auf dem Weg fehlt, wird angelegt.',
  },
  g_keys: { label: 'Schlüssel', description: 'Die Liste der Schlüssel eines Objekts.' },
  g_values: { label: 'Werte', description: 'Die Liste der Werte eines Objekts.' },
  g_entries: { label: 'Einträge', description: 'Die Liste der Schlüssel eines Objekts mit ihren Werten.' },
  g_fromEntries: {
    label: 'Aus Einträgen',
    description:
      'Ein Objekt aus einer Liste von Schlüsseln mit Werten: aus Objekten mit key und value oder aus Paaren.',
  },
  g_pick: { label: 'Schlüssel auswählen', description: 'Ein Objekt mit nur einigen seiner Schlüssel.' },
  g_omit: { label: 'Schlüssel weglassen', description: 'Ein Objekt ohne einige seiner Schlüssel.' },
  g_renameKey: {
    label: 'Schlüssel umbenennen',
    description: 'Ein Objekt, in dem ein Schlüssel anders heißt.',
  },
  g_merge: {
    label: 'Zusammenführen',
    description: 'Ein Objekt mit den Schlüsseln eines anderen, die vor den eigenen gelten.',
  },
  g_removeEmpty: {
    label: 'Leere Schlüssel entfernen',
    description:
      'Ein Objekt ohne Schlüssel, die nichts, einen leeren Text, eine leere Liste oder ein leeres Objekt enthalten.',
  },
  g_hasKey: { label: 'Hat Schlüssel', description: 'Wahr, wenn ein Objekt einen Schlüssel hat.' },
  g_invert: {
    label: 'Schlüssel und Werte tauschen',
    description: 'Ein Objekt mit den Werten eines anderen als Schlüsseln.',
  },
  g_flattenObject: {
    label: 'Objekt flach machen',
    description: 'Ein Objekt mit einer Ebene, dessen Schlüssel die Pfade der Werte sind: customer.name.',
  },
  g_unflattenObject: {
    label: 'Objekt verschachteln',
    description:
      'Das Objekt, das flach gemacht wurde: Schlüssel wie customer.name werden zu Objekten ineinander.',
  },
  g_isSame: {
    label: 'Ist gleich',
    description:
      'Wahr, wenn ein Objekt oder eine Liste einem anderen Wert gleicht, unabhängig von der Reihenfolge der Schlüssel.',
  },
} as const;
