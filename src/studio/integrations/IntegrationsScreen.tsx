import { Anchor, Skeleton, Title } from '@mantine/core';
import { Blocks } from 'lucide-react';
import { Link } from 'wouter';
import { useIntegrations } from '../api/integrations.ts';
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
      <PageHeader
        title="Integrations"
        description="Activate what you need. Each one runs for your account and can be switched off at any time."
      />
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
        <ErrorState title="The integrations could not be loaded" error={error} retry={retry} />
      </Panel>
    );
  }

  const activated = new Set(instances.map((instance) => instance.templateId));
  const available = templates.filter((template) => !activated.has(template.flowId));
  if (instances.length === 0 && available.length === 0) {
    return (
      <Panel mt="lg">
        <EmptyState icon={Blocks} title="No integrations yet">
          Integrations that are published for you appear here. You draw them yourself? Open one in{' '}
          <Anchor component={Link} href="/flows?show=integrations" size="md" underline="always">
            Flows
          </Anchor>{' '}
          and publish it.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <>
      {instances.length > 0 && (
        <section>
          <Title order={2} mt="xl">
            Your integrations
          </Title>
          <CardGrid label="Your integrations">
            {instances.map((instance) => (
              <InstanceCard key={instance.flowId} instance={instance} />
            ))}
          </CardGrid>
        </section>
      )}
      {available.length > 0 && (
        <section>
          <Title order={2} mt="xl">
            Available
          </Title>
          <CardGrid label="Available">
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
    <div role="status" aria-label="Loading the integrations">
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
