export const brandSections = [
  'basics',
  'identity',
  'voice',
  'audiences',
  'themes',
  'look',
  'sources',
  'imports',
  'try',
] as const
export type BrandSectionId = (typeof brandSections)[number]

export const sectionLabels: Readonly<Record<BrandSectionId, string>> = {
  basics: 'Basics',
  identity: 'Identity',
  voice: 'Voice',
  audiences: 'Audiences',
  themes: 'Themes',
  look: 'Look',
  sources: 'Sources',
  imports: 'Website readings',
  try: 'Try a text',
}
