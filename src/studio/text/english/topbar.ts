import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The bar above the Designer: the flow’s name, how it is saved, publishing it. */
export const topbarEnglish = {
  back: 'Back to Flows',
  name: 'Flow name',
  log: 'Log',
  logLabel: 'Log of this flow',
  save: {
    saved: 'Saved',
    unsaved: 'Edited',
    saving: 'Saving…',
    error: 'Not saved',
    conflict: 'Changed elsewhere',
    retry: '{{reason}} Your changes are kept in this browser. Click to try again.',
    notKept: 'Not saved, not kept here',
    retryNotKept:
      '{{reason}} This browser has no room to keep your changes: do not close this page. Click to try again.',
  },
  conflict: {
    text: '{{changed}} Somebody, or you in another window, saved this flow after you opened it.',
    changed: 'Changed elsewhere.',
    saved: 'Saved {{when}}.',
    differs: 'Theirs against yours: {{changes}}.',
    called: 'called “{{name}}”',
    notKept: 'This browser has no room to keep your changes: do not close this page before you have chosen.',
    theirs: 'Load their version',
    mine: 'Keep mine',
    failed: 'The other version could not be read',
  },
  publish: {
    title: 'Publish as template',
    notRead: 'The template could not be read',
    name: 'Name',
    nameRule: 'What people see on their Integrations page.',
    nameMissing: 'A template has a name.',
    description: 'Description',
    descriptionRule: 'What it does for them, in a sentence or two.',
    sharingStays: '{{sharing}}. That stays so unless you choose one of these.',
    activeStay: 'Integrations that are active already keep the version they were activated with.',
    submit: 'Publish',
    update: 'Update template',
    failed: 'The flow was not published',
    published: 'Template published',
    updated: 'Template updated',
    where: '“{{name}}” is on the {{page}} of those who may use it.',
    page: 'Integrations page',
  },
  audience: {
    label: 'Who may use it',
    everyone: 'Everyone with an account here',
    domain: 'Everyone of a domain',
    domainLabel: 'Domain',
    domainExample: 'acme.com',
    domainWrong: 'A domain, for example acme.com.',
    person: 'One person',
    email: 'E-mail address',
    emailExample: 'ada@acme.com',
    emailWrong: 'An e-mail address, for example ada@acme.com.',
  },
} as const satisfies Sentences;

export const topbarText = createArea('topbar', topbarEnglish);
