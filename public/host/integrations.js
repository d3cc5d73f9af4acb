import { element } from './element.js';

/** Shows what is shared with the user, each with the one thing that can be done with it now. */
export async function showIntegrations(api, list, errorElement) {
  list.replaceChildren(element('p', { className: 'card empty' }, 'Loading integrations…'));
  errorElement.textContent = '';
  try {
    const [templates, instances] = await Promise.all([
      api.getFlows({
        filter: 'type:integration-template',
        sharedWithPermissions: 'read',
        projection: '-flow,-thumbnail',
      }),
      api.getFlows({ filter: 'type:integration-instance', projection: '-flow,-thumbnail' }),
    ]);
    const act = (work) => changing(work, () => showIntegrations(api, list, errorElement), errorElement);
    const cards = templates.map((template) =>
      card(
        api,
        template,
        instances.find((instance) => instance.templateId === template.flowId),
        act,
      ),
    );
    list.replaceChildren(cards.length > 0 ? element('ul', { className: 'integrations' }, ...cards) : empty());
  } catch (error) {
    const retry = element('button', { type: 'button', className: 'quiet' }, 'Try again');
    retry.addEventListener('click', () => showIntegrations(api, list, errorElement));
    list.replaceChildren(retry);
    errorElement.textContent = `The integrations could not be loaded. ${String(error.message)}`;
  }
}

function empty() {
  return element(
    'p',
    { className: 'card empty' },
    'No integration is shared with you yet. Publish one in the Studio, and it appears here.',
  );
}

function card(api, template, instance, act) {
  const isOn = instance?.stage === 'running';
  const { label, work } = actionOf(api, template, instance, isOn);
  const button = element('button', { type: 'button', className: isOn ? 'quiet' : '' }, label);
  button.setAttribute('aria-label', `${label}: ${template.name}`);
  button.addEventListener('click', () => {
    button.disabled = true;
    act(work);
  });
  return element(
    'li',
    { className: 'card integration' },
    element('span', { className: 'tile', ariaHidden: 'true' }, template.name.slice(0, 1).toUpperCase()),
    element(
      'div',
      { className: 'about' },
      element('h2', {}, template.name),
      ...(template.description ? [element('p', {}, template.description)] : []),
      element('span', { className: isOn ? 'state on' : 'state' }, isOn ? 'Active' : 'Not active'),
    ),
    button,
  );
}

function actionOf(api, template, instance, isOn) {
  if (isOn) return { label: 'Switch off', work: () => api.stopFlow(instance.flowId) };
  if (instance) return { label: 'Switch on', work: () => api.startFlow(instance.flowId) };
  return { label: 'Activate', work: () => activate(api, template.flowId) };
}

/** An instance is the user's own copy of the template. One that cannot start is not left behind. */
async function activate(api, templateId) {
  const instanceId = await api.cloneFlow(templateId, {
    connectAccounts: false,
    isTemplateInstance: true,
    additional: { type: 'integration-instance' },
  });
  try {
    await api.updateFlow(instanceId, { templateId });
    await api.startFlow(instanceId);
  } catch (error) {
    await api.deleteFlow(instanceId);
    throw error;
  }
}

/** The list is read again either way: a failed change may have been half done. */
async function changing(work, reload, errorElement) {
  let message = '';
  try {
    await work();
  } catch (error) {
    message = error.message;
  }
  await reload();
  if (message) errorElement.textContent = message;
}
