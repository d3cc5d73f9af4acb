import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** Choosing and uploading a file in the inspector. */
export const filesEnglish = {
  drop: 'Drop a file here',
  upload: 'Upload',
  uploadFor: 'Upload a file for {{label}}',
  choose: 'Choose a file',
  chooseFor: 'Choose a stored file for {{label}}',
  replace: 'Replace',
  replaceFor: 'Replace the file of {{label}}',
  clearFor: 'Take the file out of {{label}}',
  search: 'Search files',
  list: 'Your files, newest first',
  nothingFound: 'No file is called so.',
  none: 'You have no files yet. Upload the first one.',
  more: 'Search to find older ones.',
  uploading: 'Uploading {{name}}',
  progress: '{{percent}} % of {{size}}',
  cancel: 'Cancel',
  cancelUpload: 'Cancel the upload of {{name}}',
  notUploaded: '{{name}} was not uploaded',
  failed: '{{name}} was not uploaded: {{reason}}',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  missing: 'This file no longer exists, or it belongs to somebody else.',
  unreadable: 'The file cannot be looked up: {{reason}}',
  uploadedMeanwhile: '{{name}} is uploaded. Choose it from your files.',
  tooLarge: 'A file may have {{size}} at most.',
  connectionLost: 'The connection broke off.',
  facts: '{{size}} · {{time}}',
} as const satisfies Sentences;

export const filesText = createArea('files', filesEnglish);
