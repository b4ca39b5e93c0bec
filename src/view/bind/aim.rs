//! What an act is aimed at.

use crate::base::id::AssetId;
use crate::law::act::Aim;
use crate::sim::polity::{Asset, Sector};
use crate::view::exploit;
use crate::view::occasion::CRISIS;

use super::Binder;

impl Binder<'_> {
    /// At home what was hit or lies open; abroad what is like what was hit, or what serves the card's aim.
    pub(super) fn asset(&self) -> Option<AssetId> {
        let assets = &self.view.known.assets;
        let Some(target) = self.terms.target else {
            let own = self.occasion.asset.filter(|id| assets[id.index()].owner == self.view.seat);
            return own.or_else(|| assets.iter().find(|asset| asset.owner == self.view.seat).map(|asset| asset.id));
        };
        let hit = self.occasion.asset.map(|id| assets[id.index()].sector);
        let liked = self.liked_sectors();
        let rank = |asset: &Asset| match hit {
            _ if asset.nuclear_command && !self.wants_command(asset) => usize::MAX,
            _ if asset.nuclear_command => 0,
            // An answer in kind is the easiest to defend as proportionate.
            Some(like) if self.is_hostile() && like == asset.sector => 1,
            _ => 2 + liked.iter().position(|like| *like == asset.sector).unwrap_or(liked.len()),
        };
        let theirs = assets.iter().filter(|asset| asset.owner == target && asset.host != self.view.seat);
        theirs.min_by_key(|asset| (rank(asset), asset.id)).map(|asset| asset.id)
    }

    /// Whether the command of nuclear forces is what the act is for: to have something in hand once there is a crisis, and to
    /// strike where one has it. Nobody comes near it otherwise.
    fn wants_command(&self, asset: &Asset) -> bool {
        let prepares = self.aims_at(Aim::Leverage) && self.occasion.step(self.view) >= CRISIS;
        prepares || self.is_armed() && exploit(self.view, asset.owner) == Some(asset.id)
    }

    fn liked_sectors(&self) -> &'static [Sector] {
        if self.aims_at(Aim::Profit) {
            &[Sector::Industry, Sector::Research, Sector::Finance]
        } else if self.aims_at(Aim::Information) {
            &[Sector::ForeignMinistry, Sector::Government, Sector::Military, Sector::Telecoms]
        } else if self.aims_at(Aim::Leverage) {
            &[Sector::Energy, Sector::Telecoms, Sector::Transport]
        } else if self.is_armed() {
            &[Sector::Military, Sector::Transport, Sector::Energy]
        } else if self.aims_at(Aim::Influence) {
            &[Sector::Media, Sector::Government, Sector::Elections]
        } else {
            // Nobody dies of a ministry's website.
            &[Sector::Government, Sector::Media, Sector::Industry, Sector::Finance]
        }
    }
}
