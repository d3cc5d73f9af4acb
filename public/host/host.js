/**
 * A pretend SaaS product. All it knows of the integration platform is the script it loads:
 * `Appmixer` signs its users in, shows their integrations and sends their events.
 */
/* global Appmixer */
import { showIntegrations } from './integrations.js';
import { showReceipt } from './receipt.js';

const SESSION_KEY = 'orbit-token';
const appmixer = new Appmixer({ baseUrl: location.origin });
const byId = (id) => document.getElementById(id);

/** The product's own accounts are the platform's users: who is unknown there is signed up. */
async function signIn(username, password) {
  try {
    return await appmixer.api.authenticateUser(username, password);
  } catch (error) {
    if (error.response?.status !== 403) throw error;
    return signUp(username, password, error);
  }
}

/** A name that exists already, or no sign-up at all: then the first answer says what is wrong. */
async function signUp(username, password, refusal) {
  try {
    return await appmixer.api.signupUser(username, password);
  } catch (error) {
    throw [403, 409].includes(error.response?.status) ? refusal : error;
  }
}

async function open(token) {
  appmixer.set('accessToken', token);
  const user = await appmixer.api.getUser();
  sessionStorage.setItem(SESSION_KEY, token);
  byId('account-name').textContent = user.username;
  show(true);
  await showIntegrations(appmixer.api, byId('integrations'), byId('integrations-error'));
}

function close() {
  sessionStorage.removeItem(SESSION_KEY);
  appmixer.set('accessToken', null);
  byId('integrations').replaceChildren();
  byId('receipt').replaceChildren();
  show(false);
  byId('username').focus();
}

function show(signedIn) {
  byId('workspace').hidden = !signedIn;
  byId('account').hidden = !signedIn;
  byId('sign-in').hidden = signedIn;
}

/** Runs a form's work with its button disabled, and shows what went wrong below its fields. */
function onSubmit(form, errorElement, work) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    errorElement.textContent = '';
    try {
      await work(new FormData(form));
    } catch (error) {
      errorElement.textContent = error.message;
    } finally {
      button.disabled = false;
    }
  });
}

onSubmit(byId('sign-in-form'), byId('sign-in-error'), async (fields) => {
  const { token } = await signIn(fields.get('username').trim(), fields.get('password'));
  await open(token);
  byId('password').value = '';
});

onSubmit(byId('event-form'), byId('event-error'), async (fields) => {
  byId('receipt').replaceChildren();
  const text = fields.get('data').trim();
  const data = text === '' ? {} : parse(text);
  const event = fields.get('event');
  showReceipt(byId('receipt'), event, await appmixer.api.sendAppEvent(event, data));
});

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The event data is not valid JSON. ${error.message}`, { cause: error });
  }
}

byId('sign-out').addEventListener('click', close);

/** A token of this tab's earlier visit may have ended: then the user signs in again. */
const token = sessionStorage.getItem(SESSION_KEY);
if (token) {
  try {
    await open(token);
  } catch (error) {
    close();
    if (error.response?.status !== 401) byId('sign-in-error').textContent = error.message;
  }
} else {
  show(false);
}
