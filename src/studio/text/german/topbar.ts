import type { Translation } from '../../../flow/messages/sentences.ts';
import type { topbarEnglish } from '../english/topbar.ts';

export const topbar = {
  back: 'Zurück zu den Flows',
  name: 'Name des Flows',
  log: 'Protokoll',
  logLabel: 'Protokoll dieses Flows',
  save: {
    saved: 'Gespeichert',
    unsaved: 'Bearbeitet',
    saving: 'Wird gespeichert…',
    error: 'Nicht gespeichert',
    conflict: 'Anderswo geändert',
    notKept: 'Weder gespeichert noch aufgehoben',
    retryNotKept:
      '{{reason}} In diesem Browser ist kein Platz für Ihre Änderungen: Schließen Sie diese Seite nicht. Klicken Sie, um es erneut zu versuchen.',
    retry:
      '{{reason}} Ihre Änderungen sind in diesem Browser aufgehoben. Klicken Sie, um es erneut zu versuchen.',
  },
  conflict: {
    saved: 'Gespeichert {{when}}.',
    differs: 'Andere Version gegenüber Ihrer: {{changes}}.',
    called: 'heißt „{{name}}“',
    notKept:
      'In diesem Browser ist kein Platz für Ihre Änderungen: Schließen Sie diese Seite nicht, bevor Sie gewählt haben.',
    text: '{{changed}} Jemand, oder Sie in einem anderen Fenster, hat diesen Flow gespeichert, nachdem Sie ihn geöffnet hatten.',
    changed: 'Anderswo geändert.',
    theirs: 'Andere Version laden',
    mine: 'Meine behalten',
    failed: 'Die andere Version konnte nicht gelesen werden',
  },
  publish: {
    title: 'Als Vorlage veröffentlichen',
    notRead: 'Die Vorlage konnte nicht gelesen werden',
    name: 'Name',
    nameRule: 'So heißt die Integration auf der Seite „Integrationen“.',
    nameMissing: 'Eine Vorlage braucht einen Namen.',
    description: 'Beschreibung',
    descriptionRule: 'Was sie für Ihre Benutzer tut, in ein, zwei Sätzen.',
    sharingStays: '{{sharing}}. Das bleibt so, wenn Sie nichts davon wählen.',
    activeStay: 'Schon aktive Integrationen behalten die Version, mit der sie aktiviert wurden.',
    submit: 'Veröffentlichen',
    update: 'Aktualisieren',
    failed: 'Der Flow wurde nicht veröffentlicht',
    published: 'Vorlage veröffentlicht',
    updated: 'Vorlage aktualisiert',
    where: '„{{name}}“ steht nun auf der {{page}} derer, die es nutzen dürfen.',
    page: 'Integrationsseite',
  },
  audience: {
    label: 'Wer darf es nutzen?',
    everyone: 'Alle, die hier ein Konto haben',
    domain: 'Alle einer Domain',
    domainLabel: 'Domain',
    domainExample: 'acme.com',
    domainWrong: 'Eine Domain, zum Beispiel acme.com.',
    person: 'Eine Person',
    email: 'E-Mail-Adresse',
    emailExample: 'ada@acme.com',
    emailWrong: 'Eine E-Mail-Adresse, zum Beispiel ada@acme.com.',
  },
} as const satisfies Translation<typeof topbarEnglish>;
