import type { MailTexts } from './mail-text.ts'

const hello = 'Hello {username},'
const ignore = 'If you did not ask for this, you can ignore this mail.'

export const en: MailTexts = {
  'reset-password': {
    subject: 'Reset your password',
    blocks: [
      hello,
      'Somebody asked for a new password of your account on {instanceName}. The link is good for one hour and works once.',
      { button: 'Choose a new password' },
      ignore,
    ],
  },
  'choose-password': {
    subject: 'Choose your password',
    blocks: [
      hello,
      'An account was made for you on {instanceName}. Your user name is {username}. Choose a password to sign in; the link is good for seven days and works once.',
      { button: 'Choose your password' },
    ],
  },
  'verify-account': {
    subject: 'Confirm your address',
    blocks: [
      hello,
      'Welcome to {instanceName}. Please confirm that this address is yours; the link is good for one hour.',
      { button: 'Confirm my address' },
      'If you did not sign up, you can ignore this mail.',
    ],
  },
  'verify-changed-address': {
    subject: 'Confirm your new address',
    blocks: [
      hello,
      'You want to use {email} for your account on {instanceName}. Please confirm that this address is yours; the link is good for one hour. Until then your former address stays in use.',
      { button: 'Confirm my new address' },
      ignore,
    ],
  },
  'verify-request': {
    subject: 'Confirm your address',
    blocks: [
      hello,
      'You asked for an account on {instanceName}. Please confirm that this address is yours; the link is good for one hour. The moderators will then answer you.',
      { button: 'Confirm my address' },
      'If you did not ask for an account, you can ignore this mail.',
    ],
  },
  'request-accepted': {
    subject: 'Your account is ready',
    blocks: [
      hello,
      'Your request for an account on {instanceName} was accepted. The moderators write:',
      { quote: '{response}' },
      { button: 'Sign in' },
    ],
  },
  'request-rejected': {
    subject: 'Your request was declined',
    blocks: [
      hello,
      'Your request for an account on {instanceName} was declined. The moderators write:',
      { quote: '{response}' },
    ],
  },
  'user-blocked': {
    subject: 'Your account was blocked',
    blocks: [
      hello,
      'Your account on {instanceName} was blocked by the moderators: you cannot sign in any more.',
      { quote: '{reason}' },
    ],
  },
  'user-unblocked': {
    subject: 'Your account is open again',
    blocks: [
      hello,
      'Your account on {instanceName} is no longer blocked: you can sign in again.',
      { quote: '{reason}' },
      { button: 'Sign in' },
    ],
  },
  'user-registered': {
    subject: '{username} signed up',
    blocks: ['{username} made an account on {instanceName}.', { button: 'See the users' }],
  },
  'registration-requested': {
    subject: '{username} asks for an account',
    blocks: [
      '{username} would like an account on {instanceName}, and writes:',
      { quote: '{reason}' },
      { button: 'Answer the request' },
    ],
  },
  'contact-form': {
    subject: '{subject}',
    blocks: [
      '{name} ({email}) wrote through the contact form of {instanceName}. Answer this mail to write back.',
      { quote: '{body}' },
    ],
  },
  'export-ready': {
    subject: 'Your archive is ready',
    blocks: [
      hello,
      'The archive of your account on {instanceName} is ready. You find it in your account, where it can be downloaded until it expires.',
      { button: 'Download my archive' },
    ],
  },
  'export-failed': {
    subject: 'Your archive could not be made',
    blocks: [
      hello,
      'The archive of your account on {instanceName} could not be made, for this reason:',
      { quote: '{error}' },
      'You can ask for it again.',
      { button: 'See my archives' },
    ],
  },
  'import-done': {
    subject: 'Your archive came in',
    blocks: [
      hello,
      'Your archive was imported into your account on {instanceName}. For each kind you read here how many came in, how many were there already, and how many failed:',
      {
        columns: ['came in', 'already there', 'failed'],
        colon: ': ',
        rows: [
          ['Profile', '{account}'],
          ['Settings', '{userSettings}'],
          ['Channels', '{channels}'],
          ['Mutes', '{blocklist}'],
          ['Subscriptions', '{following}'],
          ['Videos', '{videos}'],
          ['Likes', '{likes}'],
          ['Dislikes', '{dislikes}'],
          ['Playlists', '{videoPlaylists}'],
          ['History', '{userVideoHistory}'],
          ['Watched words', '{watchedWordsLists}'],
          ['Comment policies', '{commentAutoTagPolicies}'],
        ],
      },
      { button: 'See the report' },
    ],
  },
  'import-failed': {
    subject: 'Your archive could not be imported',
    blocks: [
      hello,
      'Your archive could not be imported into your account on {instanceName}, for this reason:',
      { quote: '{error}' },
      { button: 'Try again' },
    ],
  },
  test: {
    subject: 'Test',
    blocks: ['This is a test: {instanceName} can send mails.'],
  },
}
