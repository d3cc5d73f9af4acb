import { Anchor, Skeleton, Title } from '@mantine/core';
import { Blocks } from 'lucide-react';
import { Link } from 'wouter';
import { useIntegrations } from '../api/integrations.ts';
import { integrationsText as text } from '../text/english/integrations.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { InstanceCard } from './InstanceCard.tsx';
import { CardGrid } from './IntegrationCard.tsx';
import { TemplateCard } from './TemplateCard.tsx';

/** What an end user can switch on, and what is on. */
export default function IntegrationsScreen() {
  return (
    <>
      <PageHeader title={text('title')} description={text('text')} />
      <Content />
    </>
  );
}

function Content() {
  const { templates, instances, error, retry } = useIntegrations();
  if (!templates || !instances) {
    if (!error) return <Cards />;
    return (
      <Panel mt="lg">
        <ErrorState title={text('notLoaded')} error={error} retry={retry} />
      </Panel>
    );
  }

  const activated = new Set(instances.map((instance) => instance.templateId));
  const available = templates.filter((template) => !activated.has(template.flowId));
  if (instances.length === 0 && available.length === 0) {
    return (
      <Panel mt="lg">
        <EmptyState icon={Blocks} title={text('none.title')}>
          {text.nodes('none.text', {
            flows: (
              <Anchor
                key="flows"
                component={Link}
                href="/flows?show=integrations"
                size="md"
                underline="always"
              >
                {text('none.flows')}
              </Anchor>
            ),
          })}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <>
      {instances.length > 0 && (
        <section>
          <Title order={2} mt="xl">
            {text('yours')}
          </Title>
          <CardGrid label={text('yours')}>
            {instances.map((instance) => (
              <InstanceCard key={instance.flowId} instance={instance} />
            ))}
          </CardGrid>
        </section>
      )}
      {available.length > 0 && (
        <section>
          <Title order={2} mt="xl">
            {text('available')}
          </Title>
          <CardGrid label={text('available')}>
            {available.map((template) => (
              <TemplateCard key={template.flowId} template={template} />
            ))}
          </CardGrid>
        </section>
      )}
    </>
  );
}

function Cards() {
  return (
    <div role="status" aria-label={text('loading')}>
      <CardGrid label="">
        {[1, 2, 3].map((card) => (
          <li key={card}>
            <Skeleton height={168} radius="md" />
          </li>
        ))}
      </CardGrid>
    </div>
  );
}
