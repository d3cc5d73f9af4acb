import { Text } from '@mantine/core';
import type { FlowImpact } from '../../../contract/impact.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming } from '../../../flow/graph.ts';
import { parsePath } from '../../../flow/path.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { currentLanguage } from '../../text/language.ts';
import { useDocument } from '../document/document-context.ts';
import { useFlowImpact } from './use-flow-impact.ts';
import { placeWords, variableWords } from './variable-words.ts';

const mostNamed = 3;

/** Before a publication: the mappings that work in the published version and no longer will. */
export function LostByPublishing() {
  const impact = useFlowImpact();
  const descriptor = useDocument((state) => state.descriptor);
  const lost = impact?.lost ?? [];
  if (lost.length === 0) return null;
  const named = lost.slice(0, mostNamed).map((one) => mappingWords(descriptor, one));
  const places = new Intl.ListFormat(currentLanguage(), { type: 'unit' }).format(named);
  const more = lost.length - named.length;
  return (
    <Text size="sm" c="orange.9" data-lost-by-publishing>
      {text('published.lost', { count: lost.length, places })}
      {more > 0 && ` ${text('published.lostMore', { count: more })}`}
    </Text>
  );
}

function mappingWords(descriptor: Descriptor, lost: FlowImpact['lost'][number]): string {
  const { componentId, inPort, field, variable } = lost;
  const link = incoming(descriptor, componentId).find((one) => one.inPort === inPort);
  const path = parsePath(variable);
  const place = link ? placeWords(descriptor, { componentId, link, field }) : field;
  return text('published.lostMapping', { place, variable: path ? variableWords(path) : variable });
}
