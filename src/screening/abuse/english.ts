import type { Lexicon } from './lexicon.ts';

const I_WILL =
  '(i_will|i_ll|i_shall|i_am_going_to|i_m_going_to|im_going_to|i_m_gonna|im_gonna|i_am_gonna|i_wanna|i_want_to|imma|we_will|we_ll|we_are_going_to|we_re_going_to|we_re_gonna|someone_should|somebody_should|someone_needs_to|somebody_needs_to)';
const HARM =
  '(kill|murder|shoot|stab|hang|behead|butcher|slaughter|strangle|lynch|rape|find_and_kill)';
const YOU =
  '(you|u|ya|your_family|your_kids|your_children|your_wife|your_mother|your_daughter|all_of_you)';
const PUT_TO_DEATH =
  '(shot|hanged|hung|lynched|gassed|beheaded|strung_up|put_down|exterminated|eliminated|raped|castrated|killed|murdered|drowned|burned_alive|burnt_alive|put_to_death|put_against_a_wall|curb_stomped)';

export const english: Lexicon = {
  language: 'en',
  address: 'you ya your youre yourself ur thou',
  threat: `
    ${I_WILL} ~ ${HARM} ${YOU}
    ${I_WILL} ~ (smash|break|cut|slit|bash|burn) your ~ (face|head|skull|throat|neck|legs|house)
    (you|u|your_family|your_kids) (should|must|need_to|ought_to|deserve_to|gotta) (all)? be ~ ${PUT_TO_DEATH}
    (you|u) (should|deserve_to|need_to) ~ (die|hang|burn_in_hell)
    (they|he|she|politicians|journalists|muslims|jews|migrants|immigrants|refugees|gays|liberals|blacks|all_of_them) (should|must|need_to|ought_to|deserve_to) (all)? be ~ (hanged|lynched|gassed|beheaded|strung_up|exterminated|burned_alive|burnt_alive|curb_stomped)
    (i|we) (hope|pray|wish) (that)? (you|u|your_family|your_kids) ~ (die|dies|died|get_cancer|get_raped|get_killed|get_shot|burn_in_hell|choke|rot_in_hell)
    ^ hope (you|your_family|your_kids) ~ (die|get_cancer|get_raped|get_killed|get_shot|burn_in_hell|choke|rot_in_hell)
    (go|please|you_should|why_don_t_you) (and|just)? kill (yourself|urself|yourselves)
    kys, (go|just) (and)? (die|hang_yourself|shoot_yourself), die (you|in_a_fire|bitch|scum|slowly)
    (i|we) know where (you|u|your_kids|your_family) (live|lives|sleep|sleeps)
    (you|u) (are|re|r) (a)? dead (man|meat|bitch), (you|u) (will|ll) (pay|bleed) for this with your life
    (watch|better_watch) your back (bitch|scum|asshole|you)
    (put|get) a bullet (in|through|into) (your|his|her|their) ~ (head|heads|brain|skull|skulls|face)
    (let_s|lets|we_should|they_should|time_to|someone_should) kill (all|every) (the)? (muslim|muslims|jew|jews|blacks|whites|gays|immigrants|migrants|refugees|liberals|cops)
    (let_s|lets|we_should|they_should|time_to|someone_should) (gas|exterminate|lynch) (all)? (the)? (jews|muslims|blacks|gays|migrants|immigrants|refugees)
    ^ (gas|kill|exterminate|lynch) (all|every|the) (the)? (muslims|jews|blacks|whites|gays|immigrants|migrants|refugees|cops)
  `,
  slur: `
    nigg(er|ers|a|as|az|uh), (sand|house)nigger(|s), negroid(|s), kikes, (dirty|fucking|filthy) (kike|spic|chink|paki|jew|arab)
    spics, wetback(|s), gook(|s), raghead(|s), towelhead(|s), camel (fucker|fuckers), goat (fucker|fuckers)
    goatfucker(|s), fagg(ot|ots|oty|y), shemale(|s), trannies, pajeet(|s), mudslime(|s), muzzies, muzrat(|s)
    porch monkey(|s), jungle bunn(y|ies), (dirty|fucking|stupid) chinks, pakis, gypo(|s)
    (you|fucking|stupid|such_a|absolute|complete|these|those) retard(|s), fucktard(|s)
    cunt(|s|y), fuck (you|u|ya|yourself|urself), fuck off (you|u|idiot|moron|back), go fuck (yourself|urself|your)
    (suck|lick) my (dick|cock|balls|ass), eat shit, shut the fuck up, stfu, shut your ~ (mouth|trap|face|piehole), piece(|s) of ~ (shit|filth), son(|s) of (a)? bitch(|es)
    you ~ bitch, stupid bitch, dumb bitch, (fat|ugly|stupid|dirty|filthy|old|crack|lying) (whore|slut|cow_bitch)
    motherfucker(|s), cocksuck(er|ers|ing), fucking (idiot|idiots|moron|morons|scum|animals|animal|pig|pigs|liar|liars|muslims|jews|immigrants|whore|loser)
    subhuman(|s), human (scum|filth|garbage|trash), libtard(|s), republitard(|s), demokkkrat(|s), feminazi(|s), scumbag(|s), (ass|arse)hole(|s)
  `,
  profanity: `
    fuck(|s|ed|er|ers|in|ing|wit|wits|head|heads|face), fuk, fck, fcking, fkn, fking, phuck, motherfucking, clusterfuck, mindfuck
    shit(|s|ty|head|heads|bag|bags|hole|holes|stain|stains|lord), shite, bullshitter(|s), dipshit(|s)
    (dick|knob)head(|s), prick(|s), wank(er|ers|ing), tosser(|s), bastard(|s), bitch(|es|y|ing), douche(|bag|bags)
    dumbass(|es), jackass(|es), whor(e|es), slut(s|ty), skank(|s|y), twat(|s), bellend(|s), pussies, cum(dumpster|bucket), jizz
    asswipe(|s), asshat(|s), dickwad(|s), shitfaced, blowjob(|s)
  `,
  insult: `
    idiot(|s), moron(|s), imbecile(|s), cretin(|s), retarded, scum, loser(|s), dimwit(|s), halfwit(|s), nitwit(|s)
    simpleton(|s), degenerate(|s), filth, troglodyte(|s), lowlife(|s), dumb fuck
    pervert(|s), (sick|dirty|fucking) pedo(|s), nutjob(|s), wingnut(|s), moonbat(|s), fatso, ugly (cow|pig|hag), (piece|pieces) of (garbage|trash|crap)
  `,
  harmless: `
    (where|what|who|why|how|when) the fuck (you|u), the fuck (you|u), holy (shit|fuck), i shit you not, no shit
    (an|a|such_an) (idiot|ass|fool|moron) (of|out_of) (yourself|yourselves|myself|himself|themselves), feel like (an|a) (idiot|moron)
    fucking (love|great|awesome|brilliant|amazing|good), useful idiot(|s), village idiot, idiot proof, sore loser
    (i|we) (hope|pray) (that)? (you|your_family|your_kids) never (die|dies|get_cancer|choke)
    (you|u) (should|need_to|deserve_to) (not|never) (die|hang)
  `,
};
