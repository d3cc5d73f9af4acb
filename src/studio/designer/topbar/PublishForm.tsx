import { Anchor, Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { describeSharing } from '../../flows/flow-kinds.ts';
import { topbarText as text } from '../../text/english/topbar.ts';
import { uiText } from '../../text/english/ui.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { useDocument } from '../document/document-context.ts';
import { LostByPublishing } from '../impact/LostByPublishing.tsx';
import { type Audience, audienceError, audienceOf, sharingOf } from './sharing.ts';
import { type PublishedTemplate, usePublish } from './use-publish.ts';

/** How the template is called and who may activate it. `template` is what is published already. */
export function PublishForm({
  template,
  onClose,
}: {
  template: PublishedTemplate | null;
  onClose: () => void;
}) {
  const flowId = useDocument((state) => state.flowId);
  const flowName = useDocument((state) => state.name);
  const publish = usePublish(flowId);
  const shared = template?.sharedWith ?? [];
  const [name, setName] = useState(template?.name ?? flowName);
  const [description, setDescription] = useState(template?.description ?? '');
  // Sharing the form cannot express is left alone until one chooses otherwise.
  const [audience, setAudience] = useState<Audience | undefined>(
    shared.length === 0 ? { kind: 'everyone' } : audienceOf(shared),
  );
  const [submitted, setSubmitted] = useState(false);
  const nameError = name.trim() === '' ? text('publish.nameMissing') : undefined;
  const sharingError = audience && audienceError(audience);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (nameError || sharingError) return;
    const sharing = audience ? { sharedWith: sharingOf(audience) } : {};
    publish.mutate(
      { name: name.trim(), description: description.trim(), ...sharing },
      {
        onSuccess: () => {
          onClose();
          notifyPublished(name.trim(), template !== null);
        },
        onError: (error) => notifyFailure(text('publish.failed'), error),
      },
    );
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={text('publish.name')}
          description={text('publish.nameRule')}
          value={name}
          maxLength={500}
          // The form comes after the dialog, whose own first focus has passed by then.
          autoFocus
          error={submitted && nameError}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={text('publish.description')}
          description={text('publish.descriptionRule')}
          value={description}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <AudienceField
          audience={audience}
          onChange={setAudience}
          error={submitted ? sharingError : undefined}
        />
        {audience === undefined && (
          <Text size="sm" c="dimmed">
            {text('publish.sharingStays', { sharing: describeSharing(shared) })}
          </Text>
        )}
        {template && (
          <Text size="sm" c="dimmed">
            {text('publish.activeStay')}
          </Text>
        )}
        <LostByPublishing />
      </Stack>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          {uiText('cancel')}
        </Button>
        <Button type="submit" loading={publish.isPending}>
          {template ? text('publish.update') : text('publish.submit')}
        </Button>
      </Group>
    </form>
  );
}

function AudienceField(props: {
  audience: Audience | undefined;
  onChange: (audience: Audience) => void;
  error: string | undefined;
}) {
  const { audience, onChange, error } = props;
  const choose = (kind: string) => {
    if (kind === 'everyone') onChange({ kind });
    if (kind === 'domain') onChange({ kind, domain: '' });
    if (kind === 'person') onChange({ kind, email: '' });
  };
  return (
    <Radio.Group label={text('audience.label')} value={audience?.kind ?? null} onChange={choose}>
      <Stack gap="xs" mt="xs">
        <Radio value="everyone" label={text('audience.everyone')} />
        <Radio value="domain" label={text('audience.domain')} />
        {audience?.kind === 'domain' && (
          <TextInput
            ml={28}
            aria-label={text('audience.domainLabel')}
            placeholder={text('audience.domainExample')}
            value={audience.domain}
            error={error}
            onChange={(event) => onChange({ kind: 'domain', domain: event.currentTarget.value })}
          />
        )}
        <Radio value="person" label={text('audience.person')} />
        {audience?.kind === 'person' && (
          <TextInput
            ml={28}
            type="email"
            aria-label={text('audience.email')}
            placeholder={text('audience.emailExample')}
            value={audience.email}
            error={error}
            onChange={(event) => onChange({ kind: 'person', email: event.currentTarget.value })}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}

function notifyPublished(name: string, again: boolean): void {
  const id = 'published';
  notifications.show({
    id,
    title: again ? text('publish.updated') : text('publish.published'),
    message: text.nodes('publish.where', {
      name,
      page: (
        <Anchor
          key="page"
          component={Link}
          href="/integrations"
          inherit
          onClick={() => notifications.hide(id)}
        >
          {text('publish.page')}
        </Anchor>
      ),
    }),
    color: 'green',
    withBorder: true,
    autoClose: 8000,
  });
}
