import { access, constants, stat } from 'node:fs/promises'
import type { DataFolder } from '#foundation/config/data-folder.ts'
import { broken, good, type Finding } from './finding.ts'

/** Nobody but the owner may read what holds passwords and keys. */
const secret = 0o077

export async function checkDataFolder(folder: DataFolder): Promise<Finding[]> {
  const subject = 'data folder'
  try {
    await access(folder.root, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return [
      missing
        ? broken(subject, `${folder.root} does not exist`, 'Start the server once, or name its folder with --data.')
        : broken(
            subject,
            `${folder.root} cannot be written by this user`,
            `Run as its owner, or: chown -R … ${folder.root}`,
          ),
    ]
  }
  const findings = [good(subject, folder.root)]
  for (const path of [folder.secretsFile, folder.config]) {
    const found = await stat(path).catch(() => undefined)
    if (!found) continue
    const mode = found.mode & 0o777
    findings.push(
      (mode & secret) === 0
        ? good('permissions', `${path} is for its owner only`)
        : broken(
            'permissions',
            `${path} can be read by others (${mode.toString(8)})`,
            `chmod ${found.isDirectory() ? '700' : '600'} ${path}`,
          ),
    )
  }
  return findings
}
