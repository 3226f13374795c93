import { language, say } from '../app/language';
import { useLoad } from '../app/load';
import { Text } from '../app/parts';
import { parameter, refine } from './addresses';
import type { Campaign, Names } from './server';

/** The campaign the address names, else the first that touches the area. */
export function useCampaign(area: string) {
  const campaigns = useLoad<{ readonly campaigns: readonly Campaign[] }>('/api/campaigns', 'once');
  const all = campaigns.body?.campaigns ?? [];
  const wanted = parameter('campaign');
  const touching = all.filter((each) => area.startsWith(each.area) || each.area.startsWith(area));
  return { campaigns, campaign: all.find((each) => each.id === wanted) ?? touching[0] ?? all[0] };
}

export function nameOf(names: Names): string {
  return language.value === 'en' ? (names.en ?? names.zh) : names.zh;
}

/** A choice only where there is one. */
export function CampaignChoice(props: { readonly campaigns: readonly Campaign[]; readonly chosen: Campaign | undefined }) {
  const { campaigns, chosen } = props;
  if (!chosen) return null;
  if (campaigns.length === 1) {
    return (
      <p class="quiet">
        <Text>{nameOf(chosen.name)}</Text>
      </p>
    );
  }
  return (
    <select
      class="input choice"
      aria-label={say('progress.campaign')}
      value={chosen.id}
      onChange={(event) => refine('campaign', event.currentTarget.value)}
    >
      {campaigns.map((each) => (
        <option key={each.id} value={each.id}>
          {nameOf(each.name)}
        </option>
      ))}
    </select>
  );
}
