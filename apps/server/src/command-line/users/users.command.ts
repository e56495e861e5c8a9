import { InvalidArgumentError, type Command } from 'commander'
import { addUser } from '@sepiola/contract/operations/users.ts'
import { UserRole } from '@sepiola/contract/rights.ts'
import { choosePasswordLink, sendPasswordLink } from '#features/mails/public.ts'
import { endTwoFactor } from '#features/account-settings/public.ts'
import { saveUser } from '#features/user-admin/public.ts'
import { addUserAs, findPasswordFault, generatePronounceablePassword } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import { CommandError, UsageError } from '../command-error.ts'
import { locate, withContext, withInstance } from '../open-instance.ts'
import { formatBytes, formatTable, printJson, readSecret } from '../terminal.ts'
import { findUserByName, listUserRows } from './users.sql.ts'

const roles = { administrator: UserRole.ADMINISTRATOR, moderator: UserRole.MODERATOR, user: UserRole.USER } as const
const roleNames = new Map<number, string>(Object.entries(roles).map(([name, role]) => [role, name]))

export function addUserCommands(program: Command): void {
  program
    .command('reset-password')
    .description('give a user another password; all sessions of the user end')
    .requiredOption('-u, --user <name>', 'user name or address')
    .option('--generate', 'make a password and print it, instead of asking for one')
    .option('--end-two-factor', 'also switch the second factor off, for somebody who lost it')
    .addHelpText(
      'after',
      '\nThe new password is asked for, or read from a pipe: echo "$PASSWORD" | sepiola reset-password -u root',
    )
    .action(resetPassword)

  program
    .command('create-user')
    .description('make an account')
    .requiredOption('-u, --user <name>', 'user name')
    .requiredOption('-e, --email <address>', 'address')
    .option('-r, --role <role>', Object.keys(roles).join(', '), readRole, UserRole.USER)
    .option('--generate', 'make a password and print it, instead of asking for one')
    .option('--link', 'print a link with which the person chooses a password, good for seven days')
    .option('--send-link', 'send that link by mail')
    .action(createAccount)

  program.command('list-users').description('who has an account').option('--json', 'as JSON').action(listUsers)
}

async function resetPassword(
  options: { user: string; generate?: true; endTwoFactor?: true },
  command: Command,
): Promise<void> {
  await withContext(locate(command), async ({ ctx }) => {
    const user = await findUserByName(ctx.db, options.user)
    if (!user) throw new CommandError(`There is no user ${options.user}. \`sepiola list-users\` shows all.`)
    if (user.pluginAuth !== null) {
      throw new CommandError(`${user.username} signs in through the plugin ${user.pluginAuth}, which has the password.`)
    }
    const password = await choosePassword(ctx, user.username, options)
    await saveUser(ctx, user, { password }, null)
    if (options.endTwoFactor) await endTwoFactor(ctx, user.id)
    if (options.generate) console.log(password)
    console.error(`✓ ${user.username} has another password and is signed out everywhere.`)
    if (options.endTwoFactor) console.error('✓ The second factor is off.')
    else if (user.hasTwoFactor) console.error('! Signing in still asks for the second factor (--end-two-factor).')
    if (user.blocked) console.error(`! ${user.username} is banned and cannot sign in.`)
  })
}

interface CreateOptions {
  user: string
  email: string
  role: number
  generate?: true
  link?: true
  sendLink?: true
}

async function createAccount(options: CreateOptions, command: Command): Promise<void> {
  if ([options.generate, options.link, options.sendLink].filter(Boolean).length > 1) {
    throw new UsageError('Only one of --generate, --link and --send-link is possible.')
  }
  await withContext(locate(command), async ({ ctx }) => {
    if (options.sendLink && !ctx.mail.enabled) {
      throw new CommandError('No mail server is set (smtp.*), so no link can be sent: use --link or --generate.')
    }
    const byLink = options.link === true || options.sendLink === true
    const password = byLink ? generatePronounceablePassword() : await choosePassword(ctx, options.user, options)
    const body = readAccount({ username: options.user, email: options.email, role: options.role, password })
    const { userId } = await addUserAs(ctx, { role: UserRole.ADMINISTRATOR }, body)
    const recipient = { id: userId, username: body.username, email: body.email, language: null }
    if (options.link) console.log(await choosePasswordLink(ctx, recipient))
    if (options.sendLink) await sendPasswordLink(ctx, ctx.db, recipient, { isFirst: true })
    if (options.generate) console.log(password)
    console.error(`✓ ${body.username} (${roleNames.get(options.role)}) has an account.`)
    if (options.sendLink) console.error(`✓ The running server sends the link to ${body.email}.`)
  })
}

/** By the rules of the API. */
function readAccount(account: { username: string; email: string; role: number; password: string }) {
  const read = addUser.body!().safeParse(account)
  if (read.success) return { ...account, username: read.data.username, email: read.data.email }
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new UsageError(faults.join('\n  '))
}

async function choosePassword(ctx: Context, username: string, { generate }: { generate?: true }): Promise<string> {
  if (generate) return generatePronounceablePassword()
  const password = await readSecret(`New password of ${username}: `)
  const fault = findPasswordFault(password, ctx.settings.current.user.password_constraints.min_length)
  if (fault) throw new UsageError(fault)
  if (process.stdin.isTTY && (await readSecret('Once more: ')) !== password) {
    throw new UsageError('The two entries differ. Nothing was changed.')
  }
  return password
}

async function listUsers({ json }: { json?: true }, command: Command): Promise<void> {
  const users = await withInstance(locate(command), ({ db }) => listUserRows(db))
  if (json) return printJson(users.map((user) => ({ ...user, role: roleNames.get(user.role) })))
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '-'
  const rows = users.map((user) => [
    user.username,
    user.email,
    roleNames.get(user.role) ?? String(user.role),
    user.blocked ? 'banned' : '',
    String(user.videos),
    formatBytes(user.bytes),
    day(user.createdAt),
    day(user.lastLoginDate),
  ])
  console.log(formatTable(['name', 'address', 'role', 'state', 'videos', 'size', 'since', 'last seen'], rows))
}

function readRole(value: string): number {
  const role = roles[value as keyof typeof roles] as number | undefined
  if (role === undefined) throw new InvalidArgumentError(`Known are ${Object.keys(roles).join(', ')}.`)
  return role
}
