import type { MailTexts } from './mail-text.ts'

const hello = 'Bonjour {username},'
const ignore = 'Si vous n’avez rien demandé, vous pouvez ignorer ce message.'

export const fr: MailTexts = {
  'reset-password': {
    subject: 'Réinitialisation de votre mot de passe',
    blocks: [
      hello,
      'Quelqu’un a demandé un nouveau mot de passe pour votre compte sur {instanceName}. Le lien est valable une heure et ne sert qu’une fois.',
      { button: 'Choisir un nouveau mot de passe' },
      ignore,
    ],
  },
  'choose-password': {
    subject: 'Choisissez votre mot de passe',
    blocks: [
      hello,
      'Un compte a été créé pour vous sur {instanceName}. Votre nom d’utilisateur est {username}. Choisissez un mot de passe pour vous connecter ; le lien est valable sept jours et ne sert qu’une fois.',
      { button: 'Choisir mon mot de passe' },
    ],
  },
  'verify-account': {
    subject: 'Confirmez votre adresse',
    blocks: [
      hello,
      'Bienvenue sur {instanceName}. Merci de confirmer que cette adresse est bien la vôtre ; le lien est valable une heure.',
      { button: 'Confirmer mon adresse' },
      'Si vous ne vous êtes pas inscrit, vous pouvez ignorer ce message.',
    ],
  },
  'verify-changed-address': {
    subject: 'Confirmez votre nouvelle adresse',
    blocks: [
      hello,
      'Vous souhaitez utiliser {email} pour votre compte sur {instanceName}. Merci de confirmer que cette adresse est bien la vôtre ; le lien est valable une heure. D’ici là, votre ancienne adresse reste utilisée.',
      { button: 'Confirmer ma nouvelle adresse' },
      ignore,
    ],
  },
  'verify-request': {
    subject: 'Confirmez votre adresse',
    blocks: [
      hello,
      'Vous avez demandé un compte sur {instanceName}. Merci de confirmer que cette adresse est bien la vôtre ; le lien est valable une heure. La modération vous répondra ensuite.',
      { button: 'Confirmer mon adresse' },
      'Si vous n’avez pas demandé de compte, vous pouvez ignorer ce message.',
    ],
  },
  'request-accepted': {
    subject: 'Votre compte est prêt',
    blocks: [
      hello,
      'Votre demande de compte sur {instanceName} a été acceptée. La modération vous écrit :',
      { quote: '{response}' },
      { button: 'Se connecter' },
    ],
  },
  'request-rejected': {
    subject: 'Votre demande a été refusée',
    blocks: [
      hello,
      'Votre demande de compte sur {instanceName} a été refusée. La modération vous écrit :',
      { quote: '{response}' },
    ],
  },
  'user-blocked': {
    subject: 'Votre compte a été bloqué',
    blocks: [
      hello,
      'Votre compte sur {instanceName} a été bloqué par la modération : vous ne pouvez plus vous connecter.',
      { quote: '{reason}' },
    ],
  },
  'user-unblocked': {
    subject: 'Votre compte est débloqué',
    blocks: [
      hello,
      'Votre compte sur {instanceName} n’est plus bloqué : vous pouvez vous connecter à nouveau.',
      { quote: '{reason}' },
      { button: 'Se connecter' },
    ],
  },
  'user-registered': {
    subject: 'Inscription de {username}',
    blocks: ['{username} a créé un compte sur {instanceName}.', { button: 'Voir les utilisateurs' }],
  },
  'registration-requested': {
    subject: '{username} demande un compte',
    blocks: [
      '{username} souhaite un compte sur {instanceName} et écrit :',
      { quote: '{reason}' },
      { button: 'Répondre à la demande' },
    ],
  },
  'contact-form': {
    subject: '{subject}',
    blocks: [
      '{name} ({email}) a écrit par le formulaire de contact de {instanceName}. Répondez à ce message pour lui écrire.',
      { quote: '{body}' },
    ],
  },
  'export-ready': {
    subject: 'Votre archive est prête',
    blocks: [
      hello,
      'L’archive de votre compte sur {instanceName} est prête. Elle se trouve dans votre compte, où vous pouvez la télécharger jusqu’à son expiration.',
      { button: 'Télécharger mon archive' },
    ],
  },
  'export-failed': {
    subject: 'Votre archive n’a pas pu être créée',
    blocks: [
      hello,
      'L’archive de votre compte sur {instanceName} n’a pas pu être créée, pour cette raison :',
      { quote: '{error}' },
      'Vous pouvez la demander à nouveau.',
      { button: 'Voir mes archives' },
    ],
  },
  'import-done': {
    subject: 'Votre archive a été importée',
    blocks: [
      hello,
      'Votre archive a été importée dans votre compte sur {instanceName}. Pour chaque catégorie, voici combien d’éléments ont été importés, combien étaient déjà là et combien ont échoué :',
      {
        columns: ['importés', 'déjà là', 'échoués'],
        colon: ' : ',
        rows: [
          ['Profil', '{account}'],
          ['Réglages', '{userSettings}'],
          ['Chaînes', '{channels}'],
          ['Masquages', '{blocklist}'],
          ['Abonnements', '{following}'],
          ['Vidéos', '{videos}'],
          ['J’aime', '{likes}'],
          ['Je n’aime pas', '{dislikes}'],
          ['Listes de lecture', '{videoPlaylists}'],
          ['Historique', '{userVideoHistory}'],
          ['Mots surveillés', '{watchedWordsLists}'],
          ['Règles des commentaires', '{commentAutoTagPolicies}'],
        ],
      },
      { button: 'Voir le rapport' },
    ],
  },
  'import-failed': {
    subject: 'Votre archive n’a pas pu être importée',
    blocks: [
      hello,
      'Votre archive n’a pas pu être importée dans votre compte sur {instanceName}, pour cette raison :',
      { quote: '{error}' },
      { button: 'Réessayer' },
    ],
  },
  test: {
    subject: 'Test',
    blocks: ['Ceci est un test : {instanceName} peut envoyer des messages.'],
  },
}
