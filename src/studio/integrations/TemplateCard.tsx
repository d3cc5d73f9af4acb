import { Button } from '@mantine/core';
import type { FlowSummary } from '../api/flows.ts';
import { useActivate } from '../api/integrations.ts';
import { integrationsText as text } from '../text/english/integrations.ts';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { IntegrationCard } from './IntegrationCard.tsx';
import { useOfferRemoval } from './use-offer-removal.tsx';

/** A template that the user has not activated. */
export function TemplateCard({ template }: { template: FlowSummary }) {
  const activate = useActivate();
  const offerRemoval = useOfferRemoval();
  // Not a callback of `mutate`: this card is gone as soon as the instance is there.
  const onActivate = async () => {
    try {
      const { instanceId, startError } = await activate.mutateAsync(template.flowId);
      if (startError === undefined) notifyDone(text('activate.done', { name: template.name }));
      else offerRemoval({ instanceId, name: template.name, error: startError });
    } catch (error) {
      notifyFailure(text('activate.failed', { name: template.name }), error);
    }
  };
  return (
    <IntegrationCard
      flow={template}
      foot={
        <Button
          variant="light"
          aria-label={text('activate.label', { name: template.name })}
          loading={activate.isPending}
          onClick={() => void onActivate()}
        >
          {text('activate.button')}
        </Button>
      }
    />
  );
}
