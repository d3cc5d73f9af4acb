import { Select, Text } from '@mantine/core';
import { Cable } from 'lucide-react';
import { useState } from 'react';
import type { FlowNode } from '../../../flow/descriptor.ts';
import { incoming, type Link, sameLink } from '../../../flow/graph.ts';
import type { InPort } from '../../../flow/manifest.ts';
import type { Problem } from '../../../flow/problems.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { inspectorText as text } from '../../text/english/inspector.ts';
import { useDocument } from '../document/document-context.ts';
import { usePanels } from '../panels/panels-context.ts';
import classes from './Inspector.module.css';
import { LinkFields } from './LinkFields.tsx';

/** The fields of an in port. They belong to a link: with several incoming ones, one of them is looked at. */
export function InputsSection(props: {
  componentId: string;
  node: FlowNode;
  port: InPort;
  problems: readonly Problem[];
}) {
  const { componentId, node, port, problems } = props;
  const descriptor = useDocument((state) => state.descriptor);
  const links = incoming(descriptor, componentId).filter((link) => link.inPort === port.name);
  const [chosen, setChosen] = useState<Link>();
  const sought = usePanels((state) => state.sought?.componentId === componentId && state.sought.place.link);
  if (sought && sought.inPort === port.name && !(chosen && sameLink(sought, chosen))) setChosen(sought);
  const link = links.find((one) => chosen && sameLink(one, chosen)) ?? links[0];

  if (!link) {
    return (
      <div className={classes['calm']}>
        <Cable size={18} aria-hidden />
        <Text size="sm">{text('inputs.notConnected')}</Text>
      </div>
    );
  }
  const titleOf = (one: Link) => {
    const label = componentLabel(descriptor, catalogue, one.from);
    const several = links.filter((other) => other.from === one.from).length > 1;
    return several || one.outPort === 'error'
      ? text('inputs.sender', { component: label, port: one.outPort })
      : label;
  };
  return (
    <>
      {links.length > 1 && (
        <Select
          label={text('inputs.from')}
          description={text('inputs.fromHint')}
          size="sm"
          styles={{ label: { fontWeight: 500 } }}
          allowDeselect={false}
          data={links.map((one) => ({ value: keyOf(one), label: titleOf(one) }))}
          value={keyOf(link)}
          onChange={(key) => setChosen(links.find((one) => keyOf(one) === key))}
          comboboxProps={{ shadow: 'md' }}
        />
      )}
      <LinkFields key={keyOf(link)} link={link} node={node} port={port} problems={problems} />
    </>
  );
}

function keyOf({ from, outPort }: Link): string {
  return `${outPort} ${from}`;
}
