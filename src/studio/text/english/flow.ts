/** What the meaning of a flow gives rise to: `say` (`../say.ts`) words it. */
export { english as flowEnglish } from '../../../flow/messages/english.ts';
